import type { Admission } from './admit.ts';
import { announce, organisationNow, type Announcement } from './announcement.ts';
import { apply } from './apply.ts';
import { problemsOfChanges } from './check-changes.ts';
import { problemsOfDraft } from './check-draft.ts';
import { problemsOfTimeline } from './check-timeline.ts';
import type { SubjectChange } from './classify.ts';
import { addDays, firstEffectiveDay, type Day } from './days.ts';
import type { NoticeDraft, Publication } from './draft.ts';
import { gapsOf } from './gaps.ts';
import type { Ledger } from './ledger.ts';
import { marksOf, noticeClassOf, withoutPeriod } from './marks.ts';
import { meaningOn, type Meaning } from './meaning.ts';
import type { Notice } from './notice.ts';
import { periodsFrom } from './periods.ts';
import type { Problem } from './problem.ts';
import { organisationSchema, type Organisation } from './subjects/organisation.ts';
import { subjectKey } from './subjects/subject.ts';
import { termsIn } from './terms.ts';
import { timelineOf } from './timeline.ts';

/** Admits a notice that carries changes of its own. */
export function admitChanges(ledger: Ledger, draft: NoticeDraft, publication: Publication): Admission {
  const wrong = [...problemsOfDraft(draft), ...problemsOfChanges(draft.changes)];
  if (draft.changes.length === 0) wrong.push({ code: 'nothing-changed' });
  if (wrong.length > 0) return { problems: wrong };
  const organisation = organisationNow(ledger, publication) ?? organisationIn(draft);
  if ('problems' in organisation) return organisation;
  const announcement = announce(ledger, organisation, publication);
  const effectiveOn = draft.effectiveOn ?? firstLawfulDay(ledger, draft, announcement, organisation);
  const meaning = meaningOn(ledger, draft.changes, effectiveOn);
  const notice = noticeOf({ draft, announcement, effectiveOn, meaning, organisation, publication });
  const problems = [
    ...problemsOfTiming(draft, notice),
    ...problemsInLedger(ledger, notice),
    ...problemsOfGaps(notice, meaning, publication),
  ];
  return problems.length > 0 ? { problems } : { notice };
}

/** A first edition brings its organisation along. */
export function organisationIn(
  draft: Pick<NoticeDraft, 'changes'>,
): Organisation | { readonly problems: readonly Problem[] } {
  const own = draft.changes.find(({ subject }) => subject.kind === 'organisation');
  if (!own) return { problems: [{ code: 'no-organisation' }] };
  const parsed = organisationSchema.safeParse(apply('organisation', undefined, own.fields));
  if (parsed.success) return parsed.data;
  return {
    problems: parsed.error.issues.map((issue) => ({
      code: 'invalid-value',
      at: [subjectKey(own.subject), ...issue.path].join('/'),
      value: issue.message,
    })),
  };
}

/**
 * Today, unless the changes need notice: then the day after the notice period. They may rest on what takes effect today,
 * so they are judged both as of today and as of tomorrow.
 */
function firstLawfulDay(
  ledger: Ledger,
  { changes }: NoticeDraft,
  { announcedOn, edition }: Announcement,
  { noticePeriod }: Organisation,
): Day {
  if (edition === 1) return announcedOn;
  const binds = [announcedOn, addDays(announcedOn, 1)].some((day) => needsNoticeOn(ledger, changes, day));
  return binds ? firstEffectiveDay(announcedOn, noticePeriod) : announcedOn;
}

/** Whether a notice period binds for the changes when they take effect on the day. */
export function needsNoticeOn(ledger: Ledger, changes: readonly SubjectChange[], day: Day): boolean {
  const effects = meaningOn(ledger, changes, day).changes.flatMap((change) => change.effects);
  return noticeClassOf(effects) === 'needs-notice';
}

interface Parts {
  readonly draft: NoticeDraft;
  readonly announcement: Announcement;
  readonly effectiveOn: Day;
  readonly meaning: Meaning;
  readonly organisation: Organisation;
  readonly publication: Publication;
}

function noticeOf({ draft, announcement, effectiveOn, meaning, organisation, publication }: Parts): Notice {
  const { announcedOn, edition } = announcement;
  const periods = periodsFrom(announcedOn, organisation);
  const marks = marksOf({ edition, announcedOn, effectiveOn, ...periods }, meaning);
  const free = marks.includes('baseline') || marks.includes('correction');
  const changes = free ? withoutPeriod(meaning.changes) : [...meaning.changes];
  const noticeClass = noticeClassOf(changes.flatMap(({ effects }) => effects));
  return {
    ...announcement,
    effectiveOn,
    class: noticeClass,
    marks,
    ...(noticeClass === 'needs-notice' ? periods : {}),
    ...(draft.reason ? { reason: draft.reason } : {}),
    changes,
    labels: publication.labelsOf(termsIn(changes)),
    ...(draft.sample !== undefined && edition === 1 ? { sample: draft.sample } : {}),
  };
}

function problemsOfTiming(draft: NoticeDraft, notice: Notice): Problem[] {
  const { announcedOn, effectiveOn, marks, firstEffectiveDay: first } = notice;
  if (marks.includes('baseline') && effectiveOn > announcedOn)
    return [{ code: 'baseline-in-future', at: 'effectiveOn', value: announcedOn }];
  const early = marks.includes('short-notice');
  if (early && !draft.shortNotice)
    return [{ code: 'too-early', at: 'effectiveOn', ...(first === undefined ? {} : { value: first }) }];
  const needsReason = early || marks.includes('late-disclosure');
  return needsReason && !draft.reason ? [{ code: 'reason-missing', at: 'reason' }] : [];
}

function problemsInLedger(ledger: Ledger, notice: Notice): Problem[] {
  const line = timelineOf([...ledger.notices, notice]);
  const subjects = notice.changes.map(({ subject }) => subject);
  return problemsOfTimeline(line, subjects, new Set([notice.edition]));
}

/** What is not stated of third parties that come new into a scope. */
function problemsOfGaps({ marks, changes }: Notice, { after }: Meaning, { gaps }: Publication): Problem[] {
  if (gaps === 'accept' || marks.includes('baseline')) return [];
  return changes
    .filter(({ effects }) => effects.some(({ types }) => types.includes('added')))
    .flatMap(({ subject }) => {
      const state = after.thirdParties.get(subject.id);
      return (state ? gapsOf(state, gaps.eea) : []).map((gap): Problem => ({
        code: 'gap',
        at: `${subjectKey(subject)}/${gap.field}`,
        value: gap.reason,
      }));
    });
}
