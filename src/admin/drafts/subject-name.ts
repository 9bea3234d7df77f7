import { stateOf } from '../../domain/register.ts';
import { registerAnnounced } from '../../domain/register-on.ts';
import type { Subject } from '../../domain/subjects/subject.ts';
import type { DraftContent } from '../../drafts/draft-content.ts';
import type { Query } from '../../language/addresses.ts';
import { nameIn } from '../../language/telling.ts';
import { phraseOf, type Phrase } from '../../register/views/phrase.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { Locals } from '../reader.ts';
import { subjectStates } from './subject-states.ts';

/** What a subject is called: as the draft has it, else as the register last called it. */
export function subjectName(locals: Locals, content: DraftContent, subject: Subject): Phrase {
  const { context, words } = locals;
  const { before, after } = subjectStates(locals, content, subject);
  const state = after ?? before ?? stateOf(registerAnnounced(context.ledger.current()), subject);
  return phraseOf(words, words.text(nameIn(state))) ?? { text: subject.id };
}

/** The form on which a draft says what becomes of the subject. */
export function subjectForm(
  { addresses }: Pick<Locals, 'addresses'>,
  draft: string,
  { kind, id }: Subject,
  query?: Query,
): string {
  const to = adminAddresses(addresses);
  if (kind === 'organisation') return to.draftOrganisation(draft, query);
  return kind === 'scope' ? to.draftScope(draft, id, query) : to.draftThirdParty(draft, id, query);
}

/** A place in the register (`third-party/sentry/processings/p1/retention`), taken apart. */
export interface PlaceIn {
  readonly subject: Subject;
  readonly field: string;
}

export function placeIn(at: string | undefined): PlaceIn | undefined {
  const [kind, ...path] = (at ?? '').split('/');
  if (kind === 'organisation') return { subject: { kind, id: 'organisation' }, field: withoutOwnId(path) };
  const [id, ...field] = path;
  if ((kind !== 'scope' && kind !== 'third-party') || id === undefined) return undefined;
  return { subject: { kind, id }, field: field.join('/') };
}

/** A place within the organisation may or may not repeat its id. */
function withoutOwnId(path: readonly string[]): string {
  return (path[0] === 'organisation' ? path.slice(1) : path).join('/');
}

/** The form of a subject at the control of a field: `#processings-p1-retention`. */
export function fieldLink(
  locals: Pick<Locals, 'addresses'>,
  draft: string,
  { subject, field }: PlaceIn,
): string {
  const form = subjectForm(locals, draft, subject);
  return field === '' ? form : `${form}#${field.replaceAll('/', '-')}`;
}
