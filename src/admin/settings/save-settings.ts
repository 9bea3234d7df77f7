import { z } from 'zod';
import type { ReceivedForm } from '../../forms/received-form.ts';
import { setHouseRules } from '../../staff/set-house-rules.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { refusal, type Refusal } from '../../forms/form-outcome.ts';
import { actorOf, type Locals } from '../reader.ts';

const schema = z.object({
  'second-factor': z.enum(['optional', 'required']),
  'own-approval': z.enum(['refused', 'allowed']),
});

export async function saveSettings(locals: Locals, form: ReceivedForm): Promise<string | Refusal> {
  const parsed = schema.safeParse({
    'second-factor': form.value('second-factor'),
    'own-approval': form.value('own-approval'),
  });
  if (!parsed.success)
    return refusal(
      parsed.error.issues.map(({ path }) => ({
        field: String(path[0]),
        message: locals.words.t('settings.wrong'),
      })),
    );
  const rules = { secondFactor: parsed.data['second-factor'], ownApproval: parsed.data['own-approval'] };
  await setHouseRules(locals.context, { actor: actorOf(locals), rules });
  return adminAddresses(locals.addresses).settings({ done: 'settings-saved' });
}
