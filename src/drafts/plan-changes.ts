import { canonical, type Json } from '../domain/json.ts';
import type { Day } from '../domain/days.ts';
import type { NoticeDraft } from '../domain/draft.ts';
import { isSetChange } from '../domain/field-change.ts';
import { gapsOf } from '../domain/gaps.ts';
import type { Problem } from '../domain/problem.ts';
import { placeOf } from '../domain/rebase.ts';
import { isInUse } from '../domain/register.ts';
import { subjectKey, type Subject } from '../domain/subjects/subject.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import type { ChangesContent } from './draft-content.ts';
import { problemsOfContracts } from './contracts.ts';
import type { Plan, SubjectGap, WordingMark } from './plan.ts';
import { settleChanges, statesOf, type Settled, type States } from './settle-changes.ts';
import { judge, type Judged, type Situation } from './situation.ts';
import { unknownTerms } from './unknown-terms.ts';

/**
 * What a draft of changes would be if it were published now.
 *
 * @param withoutContract ids of the third parties with which there is no contract
 */
export function planChanges(
  situation: Situation,
  withoutContract: ReadonlySet<string>,
  content: ChangesContent,
): Plan {
  const settled = settleChanges(situation, content);
  const { rebased, announcedOn, effectiveOn, firstLawfulDay } = settled;
  const parties = thirdPartiesOf(situation, settled, content);
  const contracts = problemsOfContracts(withoutContract, parties, content.arguments ?? {});
  const { notice, ledger, problems } = judged(situation, settled, content);
  const isBaseline = notice?.marks.includes('baseline') ?? false;
  return {
    announcedOn,
    effectiveOn,
    firstLawfulDay,
    ...(notice?.objectionDeadline === undefined ? {} : { objectionDeadline: notice.objectionDeadline }),
    content: settled.faults.length > 0 ? content : { ...content, changes: copied(rebased.changes) },
    isCurrent: isCurrent(settled, content),
    conflicts: rebased.conflicts,
    dropped: rebased.dropped,
    renamed: rebased.renamed,
    ...(notice && ledger ? { notice, ledger } : {}),
    problems: [...problems, ...(isBaseline ? [] : [...parties.flatMap(problemsOfNewcomer), ...contracts])],
    gaps: parties.flatMap(({ subject, after }) => gapsIn(situation, subject, after)),
    wording: wordingOf(rebased.changes),
  };
}

/** The draft that the gate judges, on its day. */
export function changesDraftOf(
  { shortNotice, reason }: ChangesContent,
  changes: NoticeDraft['changes'],
  effectiveOn: Day,
): NoticeDraft {
  return {
    changes,
    effectiveOn,
    ...(shortNotice ? { shortNotice } : {}),
    ...(reason ? { reason } : {}),
  };
}

function judged(situation: Situation, settled: Settled, content: ChangesContent): Judged {
  const { faults, rebased, effectiveOn } = settled;
  const unknown = unknownTerms(rebased.changes, situation.content.vocabularies);
  const wrong = [...faults, ...rebased.conflicts.map(problemOf), ...unknown];
  if (wrong.length > 0) return { problems: wrong };
  return judge(situation, changesDraftOf(content, rebased.changes, effectiveOn));
}

function problemOf(conflict: Settled['rebased']['conflicts'][number]): Problem {
  const { edition } = conflict;
  return { code: 'conflict', at: placeOf(conflict), ...(edition === undefined ? {} : { edition }) };
}

function copied(changes: Settled['rebased']['changes']): ChangesContent['changes'] {
  return changes.map(({ subject, fields }) => ({ subject, fields: [...fields] }));
}

function isCurrent({ rebased }: Settled, { changes }: ChangesContent): boolean {
  return rebased.conflicts.length === 0 && canonical(rebased.changes) === canonical(changes);
}

/** A third party that a draft is about, before and after. */
export interface PartyStates {
  readonly subject: Subject;
  readonly before: ThirdParty | undefined;
  readonly after: ThirdParty | undefined;
}

function thirdPartiesOf(situation: Situation, settled: Settled, { changes }: ChangesContent): PartyStates[] {
  return changes
    .filter(({ subject }) => subject.kind === 'third-party')
    .map(({ subject }) => ({ subject, ...thirdPartyStates(statesOf(situation, settled, subject)) }));
}

/** The states of a subject that is a third party. */
function thirdPartyStates({ before, after }: States): Pick<PartyStates, 'before' | 'after'> {
  return { before: before as ThirdParty | undefined, after: after as ThirdParty | undefined };
}

/** One that nobody has heard of, and of which nothing is said: whoever adds it means it to do something. */
function problemsOfNewcomer({ subject, before, after }: PartyStates): Problem[] {
  if (before || !after || isInUse(after)) return [];
  return [{ code: 'does-nothing', at: `${subjectKey(subject)}/processings` }];
}

function gapsIn({ content }: Situation, subject: Subject, state: ThirdParty | undefined): SubjectGap[] {
  return state && isInUse(state) ? gapsOf(state, content.eea).map((gap) => ({ subject, ...gap })) : [];
}

function wordingOf(changes: Settled['rebased']['changes']): WordingMark[] {
  return changes.flatMap(({ subject, fields }) =>
    fields.flatMap((change) =>
      !isSetChange(change) && change.wording
        ? [
            {
              at: `${subjectKey(subject)}/${change.field}`,
              before: textOf(change.before),
              after: textOf(change.after),
            },
          ]
        : [],
    ),
  );
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : canonical(value);
}
