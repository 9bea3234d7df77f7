import { statusOf } from '../../error-status.ts';
import { StaffError } from '../../staff/staff-error.ts';
import { refusal, type Refusal } from '../../forms/form-outcome.ts';
import type { Locals } from '../reader.ts';

/** Does what a form asks for; what a verb about staff refuses is said at the field, which may depend on the reason. */
export async function orRefused<T>(
  { words }: Locals,
  field: string | ((error: StaffError) => string),
  work: () => Promise<T>,
): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    const status = statusOf(error);
    if (!(error instanceof StaffError) || status === 500) throw error;
    const message = words.t(`staff.refused.${error.reason}`);
    return refusal([{ field: typeof field === 'string' ? field : field(error), message }], status);
  }
}
