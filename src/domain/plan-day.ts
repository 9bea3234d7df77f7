import { needsNoticeOn } from './admit-changes.ts';
import type { Announcement } from './announcement.ts';
import type { SubjectChange } from './classify.ts';
import { conflicts } from './conflicts.ts';
import { addDays, firstEffectiveDay, type Day } from './days.ts';
import { isSetChange } from './field-change.ts';
import type { Json } from './json.ts';
import { lastEdition, timeline, type Ledger } from './ledger.ts';
import { rebase, type Rebased } from './rebase.ts';
import { withOutdated } from './outdated.ts';
import { processingMadeBy } from './rename-processings.ts';
import { registerBy } from './register-on.ts';
import { stateOf, type Register } from './register.ts';
import type { Organisation } from './subjects/organisation.ts';
import { subjectKey, type Subject } from './subjects/subject.ts';
import { inOrder, type LiveChange } from './timeline.ts';

/** A day for drafted changes, with what they become on its eve. */
export interface PlannedDay {
  readonly day: Day;
  readonly rebased: Rebased;
}

/** Drafted changes put onto what the register will say on the eve of the day, as known today. */
export function rebaseOnto(ledger: Ledger, changes: readonly SubjectChange[], day: Day): Rebased {
  const line = timeline(ledger);
  const eve = eveOf(ledger, changes, day);
  return rebase(changes, {
    stateOf: (subject) => stateOf(eve, subject),
    madeLater: (subject) => madeFrom(line.bySubject.get(subjectKey(subject)) ?? [], day),
    wasThere: (subject, processing) => wasAnnounced(ledger, subject, processing),
  });
}

/** The subjects of the changes on the eve of the day. */
function eveOf(ledger: Ledger, changes: readonly SubjectChange[], day: Day): Register {
  const keys = changes.map(({ subject }) => subjectKey(subject));
  return registerBy(timeline(ledger), (effectiveOn) => effectiveOn < day, new Set(keys));
}

/** Whether any notice, withdrawn or not, told of the subject, or of the processing. */
function wasAnnounced({ notices }: Ledger, subject: Subject, processing: string | undefined): boolean {
  const within = processing === undefined ? '' : `processings/${processing}/`;
  return notices.some(({ changes }) =>
    changes.some(
      (change) =>
        change.subject.id === subject.id &&
        change.subject.kind === subject.kind &&
        change.fields.some(({ field }) => field.startsWith(within)),
    ),
  );
}

/** Processings that plans make on the day or later. */
function madeFrom(changes: readonly LiveChange[], day: Day): Map<string, Json> {
  const later = changes.filter(({ baseline, effectiveOn }) => !baseline && effectiveOn >= day);
  return new Map(
    later.flatMap(({ fields }) =>
      fields.flatMap((change): [string, Json][] => {
        const id = /^processings\/([^/]+)\/scope$/.exec(change.field)?.[1];
        if (id === undefined || isSetChange(change) || change.before !== null) return [];
        return [[id, processingMadeBy(fields, id) ?? null]];
      }),
    ),
  );
}

/**
 * The first day on which drafted changes may take effect: today where no period binds, else the day after the notice
 * period.
 *
 * What they mean rests on what they find on the eve of that very day, and plans of others may change that in between: a
 * change may rest on what is planned, stand in the way of a plan, or be done by one. So the days on which that can turn
 * are tried in order: today, the day after the period, and the day after each plan for one of their subjects. The first
 * on which the changes are lawful and fit is it. Where none fits, the gate says what is in the way on the first lawful
 * one.
 */
export function firstLawfulDay(
  ledger: Ledger,
  changes: readonly SubjectChange[],
  { announcedOn, edition }: Pick<Announcement, 'announcedOn' | 'edition'>,
  organisation: Pick<Organisation, 'noticePeriod'>,
): PlannedDay {
  const on = (day: Day): PlannedDay => ({ day, rebased: rebaseOnto(ledger, changes, day) });
  if (edition === 1 || changes.length === 0) return on(announcedOn);
  const bound = firstEffectiveDay(announcedOn, organisation.noticePeriod);
  const binds = (day: Day): boolean => needsNoticeOn(ledger, on(day).rebased.changes, day);
  // As the gate does: what rests on something of the same day is judged as of the next one, too.
  const isLawful = (day: Day): boolean => day >= bound || !(binds(day) || binds(addDays(day, 1)));
  for (const day of [announcedOn, bound, ...afterPlans(ledger, changes, announcedOn)].sort()) {
    const planned = on(day);
    if (fits(ledger, planned) && isLawful(day)) return planned;
  }
  return on(isLawful(announcedOn) && !binds(bound) ? announcedOn : bound);
}

/** The days after those for which something is announced for a subject of the changes. */
function afterPlans(ledger: Ledger, changes: readonly SubjectChange[], from: Day): Day[] {
  const { bySubject } = timeline(ledger);
  const days = changes
    .flatMap(({ subject }) => bySubject.get(subjectKey(subject)) ?? [])
    .filter(({ baseline, effectiveOn }) => !baseline && effectiveOn >= from)
    .map(({ effectiveOn }) => addDays(effectiveOn, 1));
  return [...new Set(days)];
}

/** Whether the changes find what they start from on that day, and what others plan still finds what it starts from. */
function fits(ledger: Ledger, { day, rebased }: PlannedDay): boolean {
  if (rebased.conflicts.length > 0 || rebased.changes.length === 0) return false;
  const { bySubject } = timeline(ledger);
  const edition = lastEdition(ledger) + 1;
  const eve = eveOf(ledger, rebased.changes, day);
  return rebased.changes.every((change, position) => {
    const { subject, fields } = withOutdated(change, stateOf(eve, change.subject));
    const ours = { edition, position, effectiveOn: day, baseline: edition === 1, subject, fields };
    const line = [...(bySubject.get(subjectKey(subject)) ?? []), ours].sort(inOrder);
    return conflicts(line, new Set([edition])).length === 0;
  });
}

/** The notice that last set a field before the day, if any is known. */
export function lastSetter(ledger: Ledger, subject: Subject, field: string, day: Day): number | undefined {
  const before = (timeline(ledger).bySubject.get(subjectKey(subject)) ?? []).filter(
    ({ baseline, effectiveOn }) => baseline || effectiveOn < day,
  );
  return before.findLast(({ fields }) => fields.some((change) => change.field === field))?.edition;
}
