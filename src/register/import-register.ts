import type { Actor } from '../actor.ts';
import { admit, type Admission } from '../domain/admit.ts';
import type { SubjectChange } from '../domain/classify.ts';
import { diff } from '../domain/diff.ts';
import type { NoticeDraft } from '../domain/draft.ts';
import { normalise } from '../domain/leaves.ts';
import { EMPTY_LEDGER, lastEdition, type PublishedNotice } from '../domain/ledger.ts';
import type { Problem } from '../domain/problem.ts';
import type { Register } from '../domain/register.ts';
import { ORGANISATION, type Subject, type SubjectStates } from '../domain/subjects/subject.ts';
import { termsIn } from '../domain/terms.ts';
import { RegistryError } from '../errors.ts';
import { originOf, settleOrigin } from './origin.ts';
import { publicationAt } from './publication.ts';
import { publishNotice } from './publish-notice.ts';
import type { WritingContext } from './writing-context.ts';

export interface ImportRegister {
  readonly actor: Actor;
  /** What is in use before the register begins. */
  readonly baseline: Register;
}

/**
 * Publishes a whole register as the first edition of an empty one, in effect from today. What it does not state reads
 * "not stated": a baseline may have gaps.
 *
 * @throws RegistryError `conflict` when the register has begun; `refused`, with every reason
 */
export async function importRegister(
  context: WritingContext,
  input: ImportRegister,
): Promise<PublishedNotice> {
  const { actor, baseline } = input;
  await refuseBegun(context);
  checkBaseline(context, baseline);
  const draft = baselineDraft(baseline);
  if ((await originOf(context.database.orm)) === undefined)
    await settleOrigin(context, { actor, origin: 'own' });
  return publishNotice(context, { actor, draft, gaps: 'accept' });
}

/**
 * What importing would publish; nothing is written.
 *
 * @throws RegistryError as `importRegister`
 */
export async function planImport(context: WritingContext, baseline: Register): Promise<NoticeToBe> {
  await refuseBegun(context);
  return checkBaseline(context, baseline);
}

/**
 * The notice that an empty register would publish; the one in the context need not be empty.
 *
 * @throws RegistryError `refused`, with every reason
 */
export function checkBaseline(
  context: Pick<WritingContext, 'clock' | 'content'>,
  baseline: Register,
): NoticeToBe {
  return refuseProblems(admitted(context, baselineDraft(baseline)));
}

export type NoticeToBe = Extract<Admission, { notice: unknown }>['notice'];

/** The draft that leads from nothing to the baseline. */
export function baselineDraft({ organisation, scopes, thirdParties }: Register): NoticeDraft {
  return {
    changes: [
      ...(organisation ? fromNothing(ORGANISATION, organisation) : []),
      ...[...scopes].flatMap(([id, scope]) => fromNothing({ kind: 'scope', id }, scope)),
      ...[...thirdParties].flatMap(([id, thirdParty]) =>
        fromNothing({ kind: 'third-party', id }, thirdParty),
      ),
    ],
  };
}

function fromNothing<Kind extends Subject['kind']>(
  subject: Subject & { kind: Kind },
  state: SubjectStates[Kind],
): SubjectChange[] {
  const fields = diff<Kind>(subject.kind, undefined, normalise<Kind>(subject.kind, state));
  return fields.length === 0 ? [] : [{ subject, fields }];
}

/** Judged as publishing will judge it, but with every reason at once, unknown terms among them. */
function admitted(
  { clock, content }: Pick<WritingContext, 'clock' | 'content'>,
  draft: NoticeDraft,
): Admission {
  const publication = publicationAt(clock.now(), content, 'accept');
  const unknown = unknownTerms(draft, content);
  const admission = admit(
    EMPTY_LEDGER,
    draft,
    unknown.length === 0 ? publication : { ...publication, labelsOf: () => ({}) },
  );
  const problems = 'problems' in admission ? admission.problems : [];
  return unknown.length === 0 ? admission : { problems: [...problems, ...unknown] };
}

function unknownTerms(draft: NoticeDraft, { vocabularies }: WritingContext['content']): Problem[] {
  return termsIn(draft.changes)
    .filter((term) => {
      const [vocabulary, id = ''] = term.split('/');
      return !(vocabulary === 'data' ? vocabularies.data : vocabularies.subjects).has(id);
    })
    .map((at) => ({ code: 'invalid-value', at, value: 'Not a term of the vocabulary.' }));
}

function refuseProblems(admission: Admission): NoticeToBe {
  if ('problems' in admission) throw new RegistryError('refused', admission.problems);
  return admission.notice;
}

async function refuseBegun({ ledger, database }: WritingContext): Promise<void> {
  await ledger.refresh();
  const editions = lastEdition(ledger.current());
  const origin = await originOf(database.orm);
  if (origin !== undefined && origin !== 'own')
    throw new RegistryError(
      'conflict',
      [],
      `This database belongs to a sample (${origin}). Begin a register of your own in another one.`,
    );
  if (editions > 0)
    throw new RegistryError(
      'conflict',
      [],
      `The register has begun: it has ${String(editions)} ${editions === 1 ? 'edition' : 'editions'}. Only an empty register takes in another one.`,
    );
}
