import type { TextView } from '../../forms/field-view.ts';
import type { ReceivedForm } from '../../forms/received-form.ts';
import { changePassword } from '../../staff/change-password.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../staff/passwords.ts';
import type { Handled } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { errorAt, type Answer } from '../answer.ts';
import type { Locals } from '../reader.ts';
import { orSignInRefused } from '../sign-in/sign-in-refusal.ts';
import { signedInOf } from '../sign-in/visitor.ts';

/** The fields by which somebody changes their password. What was typed is never sent back. */
export function newPasswordFields({ words: { t } }: Locals, answer: Answer): TextView[] {
  const field = (name: 'current' | 'next' | 'repeated', autocomplete: string, hint?: string): TextView => ({
    id: name,
    name,
    label: t(`account.password.${name}`),
    hint,
    type: 'password',
    value: '',
    required: true,
    autocomplete,
    error: errorAt(answer, name),
  });
  return [
    field('current', 'current-password'),
    field('next', 'new-password', t('account.password.next-hint', { shortest: SHORTEST_PASSWORD })),
    field('repeated', 'new-password'),
  ];
}

/** Changes the password, and says so on the account's page. */
export async function saveNewPassword(locals: Locals, form: ReceivedForm): Promise<Handled> {
  const { context, words, addresses } = locals;
  if (form.value('next') !== form.value('repeated'))
    return refusedAt('repeated', words.t('account.password.not-repeated'));
  return orSignInRefused<Handled>(locals, { 'wrong-password': 'current' }, async () => {
    const fault = await changePassword(context, {
      signedIn: signedInOf(locals),
      current: form.value('current'),
      next: form.value('next'),
    });
    if (fault === undefined) return adminAddresses(addresses).account({ done: 'password-changed' });
    const lengths = { shortest: SHORTEST_PASSWORD, longest: LONGEST_PASSWORD };
    return refusedAt('next', words.t(`account.wrong.${fault}`, lengths));
  });
}

function refusedAt(field: string, message: string): Handled {
  return { kind: 'refused', status: 400, problems: [{ field, message }] };
}
