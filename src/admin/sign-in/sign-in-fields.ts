import type { TextView } from '../../forms/field-view.ts';
import type { Answer } from '../answer.ts';
import { textField } from '../answer.ts';
import type { Locals } from '../reader.ts';

/** A field for a password that somebody has; what was typed is never sent back. */
export function passwordField({ words: { t } }: Locals, answer: Answer): TextView {
  const field = textField(answer, 'password', t('sign-in.field.password'), {
    type: 'password',
    required: true,
    autocomplete: 'current-password',
  });
  return { ...field, value: '' };
}

/** A field for the code of an app. */
export function codeField({ words: { t } }: Locals, answer: Answer): TextView {
  const field = textField(answer, 'code', t('sign-in.field.code'), {
    type: 'code',
    required: true,
    autocomplete: 'one-time-code',
    maxLength: 16,
    hint: t('sign-in.field.code-hint'),
  });
  return { ...field, value: '' };
}

/** A field for a recovery code. */
export function recoveryField({ words: { t } }: Locals, answer: Answer): TextView {
  return textField(answer, 'recovery', t('sign-in.field.recovery'), {
    required: true,
    autocomplete: 'off',
    maxLength: 40,
    hint: t('sign-in.field.recovery-hint'),
  });
}
