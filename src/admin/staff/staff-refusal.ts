import type { ErrorCode } from '../../errors.ts';
import { StaffError } from '../../staff/staff-error.ts';
import { refusal, type Refusal } from '../../forms/form-outcome.ts';
import type { Locals } from '../reader.ts';

const STATUS = {
  refused: 400,
  invalid: 400,
  conflict: 409,
  'not-found': 404,
  damaged: 409,
} as const satisfies Record<ErrorCode, number>;

/** Does what a form asks for; what a verb about staff refuses is said at the field, which may depend on the reason. */
export async function orRefused<T>(
  { words }: Locals,
  field: string | ((error: StaffError) => string),
  work: () => Promise<T>,
): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StaffError)) throw error;
    const message = words.t(`staff.refused.${error.reason}`);
    return refusal(
      [{ field: typeof field === 'string' ? field : field(error), message }],
      STATUS[error.code],
    );
  }
}
