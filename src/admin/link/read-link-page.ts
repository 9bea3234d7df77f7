import type { TextView } from '../../forms/field-view.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import type { Link } from '../../register/views/link.ts';
import { SHORTEST_PASSWORD } from '../../staff/passwords.ts';
import { openLink } from '../../staff/redeem-link.ts';
import type { FormOutcome } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { answerOf, textField, type Answer } from '../answer.ts';
import type { Locals } from '../reader.ts';
import { plainFrame, type PlainFrame } from '../frame.ts';

/** The page on which the holder of a one-time link sets a password; or one that helps who holds one that is over. */
export interface LinkPage {
  readonly frame: PlainFrame;
  readonly problems: { readonly title: string; readonly list: readonly FieldProblem[] };
  /** Absent when the link is over, whyever. */
  readonly form: { readonly fields: readonly TextView[]; readonly button: string } | undefined;
  /** What can be done when it is over. */
  readonly help: readonly string[];
  readonly signIn: Link | undefined;
}

/** Looking uses nothing up: whoever reads mail for viruses looks, too. */
export async function readLinkPage(locals: Locals, token: string, outcome: FormOutcome): Promise<LinkPage> {
  const { t } = locals.words;
  const link = await openLink(locals.context, token);
  const answer = answerOf(outcome);
  const problems = { title: t('link.problems'), list: link ? answer.problems : [] };
  if (!link)
    return {
      frame: plainFrame(locals, { title: t('link.over.title'), lead: t('link.over.lead') }),
      problems,
      form: undefined,
      help: [t('link.over.ask'), t('link.over.operator'), t('link.over.done')],
      signIn: { text: t('link.sign-in'), href: adminAddresses(locals.addresses).signIn() },
    };
  const { purpose, member } = link;
  const who = member ? [knownAddress(locals, member.email)] : whoFields(locals, answer);
  return {
    frame: plainFrame(locals, {
      title: t(`link.${purpose}.title`),
      lead: t(`link.${purpose}.lead`, { name: member?.name ?? '' }),
    }),
    problems,
    form: { fields: [...who, ...passwordFields(locals, answer)], button: t('link.button') },
    help: [],
    signIn: undefined,
  };
}

/** Shown so that a browser keeps the password with it. */
function knownAddress({ words: { t } }: Locals, email: string): TextView {
  return {
    id: 'email',
    name: 'email',
    label: t('link.field.email'),
    type: 'email',
    value: email,
    readOnly: true,
    autocomplete: 'username',
  };
}

function whoFields({ words: { t } }: Locals, answer: Answer): TextView[] {
  return [
    textField(answer, 'name', t('link.field.name'), { required: true, maxLength: 200, autocomplete: 'name' }),
    textField(answer, 'email', t('link.field.email'), {
      type: 'email',
      required: true,
      maxLength: 254,
      autocomplete: 'username',
    }),
  ];
}

/** A password is never sent back to the page, whatever was wrong with the form. */
function passwordFields({ words: { t } }: Locals, { problems }: Answer): TextView[] {
  const field = (name: 'password' | 'repeated', hint?: string): TextView => ({
    id: name,
    name,
    label: t(`link.field.${name}`),
    hint,
    type: 'password',
    value: '',
    required: true,
    autocomplete: 'new-password',
    error: problems.find((problem) => problem.field === name)?.message,
  });
  return [field('password', t('link.hint', { shortest: SHORTEST_PASSWORD })), field('repeated')];
}
