import { leafAt } from '../../domain/fields/table.ts';
import { saveSubject } from '../../drafts/save-subject.ts';
import { RegistryError } from '../../errors.ts';
import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import { firstOf, valuesIn, type FormValues } from '../../forms/form-values.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { choiceName } from './collision-view.ts';
import { withTheirs } from './collision.ts';
import { faultsInWords } from './faults-in-words.ts';
import { textName } from './marks.ts';
import { readForm, wordingIn } from './read-form.ts';
import { actorOf, type Locals } from '../reader.ts';
import { originOf, stateAtVersion, subjectInDraft, type FormAddress } from './subject-in-draft.ts';

/** Where to go on, or what is wrong with the form. */
export type SavedSubject = { readonly to: string } | { readonly problems: readonly FieldProblem[] };

/**
 * Saves what a form says about a subject of a draft.
 *
 * @throws RegistryError as `saveSubject` does; `not-found` where there is no such draft
 */
export async function saveSubjectForm(
  locals: Locals,
  address: FormAddress,
  form: ReceivedForm,
): Promise<SavedSubject> {
  const { words, context, addresses } = locals;
  const found = await subjectInDraft(locals, address);
  if (!found) throw new RegistryError('not-found', []);
  const origin = originOf(form);
  if (!origin) return { problems: [{ field: '', message: words.t('form.wrong.version') }] };
  const values = valuesIn(form);
  const { kind } = address.subject;
  const read = readForm(kind, values, await stateAtVersion(locals, found, origin.version));
  if ('faults' in read) return { problems: faultsInWords(words, kind, read.faults) };
  const undecided = undecidedIn(locals, address, values);
  if (undecided.length > 0) return { problems: undecided };
  await saveSubject(context, {
    actor: actorOf(locals),
    draft: address.draft,
    version: origin.version,
    subject: address.subject,
    // A choice is about the version that was shown beside it; should there be another by now, saving finds that out.
    state: withTheirs(kind, read.state, found.after, preferred(values)),
    ...(values.has('wording') ? { wording: wordingIn(kind, values) } : {}),
    shown: origin.shown,
  });
  return { to: adminAddresses(addresses).draft(address.draft, { done: 'subject-saved' }) };
}

/** The fields that two people changed and between whose versions nobody has chosen yet. */
function undecidedIn({ words }: Locals, { subject }: FormAddress, values: FormValues): FieldProblem[] {
  return collidedIn(values)
    .filter((field) => !['mine', 'theirs'].includes(firstOf(values, choiceName(field))))
    .filter((field) => leafAt(subject.kind, field) !== undefined)
    .map((field) => ({
      field: choiceName(field),
      message: words.t('form.wrong.undecided', { text: textName(words, subject, field) }),
    }));
}

function preferred(values: FormValues): ReadonlySet<string> {
  return new Set(collidedIn(values).filter((field) => firstOf(values, choiceName(field)) === 'theirs'));
}

export function collidedIn(values: FormValues): readonly string[] {
  return (values.get('collided') ?? []).filter((field) => field !== '').slice(0, 500);
}
