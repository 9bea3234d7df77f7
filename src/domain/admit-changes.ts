import type { Admission } from './admit.ts';
import { announce, organisationNow, type Announcement } from './announcement.ts';
import { apply } from './apply.ts';
import { problemsOfChanges } from './check-changes.ts';
import { problemsOfTimeline } from './check-timeline.ts';
import { classify } from './classify.ts';
import { firstEffectiveDay, isDay, objectionDeadline, type Day } from './days.ts';
import type { NoticeDraft, Publication } from './draft.ts';
import { gapsOf } from './gaps.ts';
import { lastEdition, type Ledger } from './ledger.ts';
import { marksOf, noticeClassOf, withoutPeriod } from './marks.ts';
import type { Change, Notice } from './notice.ts';
import type { Problem } from './problem.ts';
import { registerAtEve } from './register-on.ts';
import { EMPTY_REGISTER, type Register } from './register.ts';
import { subjectKey } from './subjects/subject.ts';
import type { Organisation } from './subjects/organisation.ts';
import { termsIn } from './terms.ts';
import { textSchema } from './text.ts';
import { timelineOf } from './timeline.ts';

/** Admits a notice that carries changes of its own. */
export function admitChanges(ledger: Ledger, draft: NoticeDraft, publication: Publication): Admission {
  const wrong = [...problemsOfDraft(draft), ...problemsOfChanges(draft.changes)];
  if (wrong.length > 0) return { problems: wrong };
  const organisation = organisationNow(ledger, publication) ?? organisationIn(draft);
  if (!organisation) return { problems: [{ code: 'no-organisation' }] };
  const announcement = announce(ledger, organisation, publication);
  const effectiveOn = draft.effectiveOn ?? firstLawfulDay(ledger, draft, announcement, organisation);
  const changes = classified(ledger, draft, effectiveOn);
  const notice = dated(draft, announcement, effectiveOn, changes, organisation, publication);
  const problems = [
    ...problemsOfTiming(draft, notice),
    ...problemsInLedger(ledger, notice),
    ...problemsOfGaps(ledger, notice, publication),
  ];
  return problems.length > 0 ? { problems } : { notice };
}

function problemsOfDraft(draft: NoticeDraft): Problem[] {
  const problems: Problem[] = [];
  if (draft.changes.length === 0) problems.push({ code: 'nothing-changed' });
  if (draft.reason && !textSchema.safeParse(draft.reason).success)
    problems.push({ code: 'invalid-value', at: 'reason' });
  if (draft.effectiveOn !== undefined && !isDay(draft.effectiveOn))
    problems.push({ code: 'invalid-value', at: 'effectiveOn', value: draft.effectiveOn });
  return problems;
}

/** A first edition brings its organisation along. */
function organisationIn(draft: NoticeDraft): Organisation | undefined {
  const own = draft.changes.find(({ subject }) => subject.kind === 'organisation');
  const state = own && apply('organisation', undefined, own.fields);
  return state?.timeZone && state.noticePeriod && state.objectionPeriod ? state : undefined;
}

/** Today, unless the changes need notice: then the day after the notice period. */
function firstLawfulDay(
  ledger: Ledger,
  draft: NoticeDraft,
  { announcedOn, edition }: Announcement,
  organisation: Organisation,
): Day {
  const needsNotice = classified(ledger, draft, announcedOn).some(({ effects }) =>
    effects.some((effect) => effect.class === 'needs-notice'),
  );
  return edition > 1 && needsNotice ? firstEffectiveDay(announcedOn, organisation.noticePeriod) : announcedOn;
}

/** The changes with what they mean on the day, by the register as it will be on its eve. */
function classified(ledger: Ledger, draft: NoticeDraft, effectiveOn: Day): Change[] {
  const eve = lastEdition(ledger) === 0 ? EMPTY_REGISTER : registerAtEve(ledger, effectiveOn);
  const effects = classify(draft.changes, eve, changed(eve, draft));
  return draft.changes.map(({ subject, fields }, index) => ({
    subject,
    fields: [...fields],
    effects: effects[index] ?? [],
  }));
}

function changed(register: Register, draft: NoticeDraft): Register {
  const scopes = new Map(register.scopes);
  const thirdParties = new Map(register.thirdParties);
  let organisation = register.organisation;
  for (const { subject, fields } of draft.changes) {
    if (subject.kind === 'organisation') organisation = apply('organisation', organisation, fields);
    else if (subject.kind === 'scope')
      put(scopes, subject.id, apply('scope', scopes.get(subject.id), fields));
    else put(thirdParties, subject.id, apply('third-party', thirdParties.get(subject.id), fields));
  }
  return { organisation, scopes, thirdParties };
}

function put<State>(states: Map<string, State>, id: string, state: State | undefined): void {
  if (state === undefined) states.delete(id);
  else states.set(id, state);
}

function dated(
  draft: NoticeDraft,
  announcement: Announcement,
  effectiveOn: Day,
  classifiedChanges: Change[],
  organisation: Organisation,
  publication: Publication,
): Notice {
  const { announcedOn, edition } = announcement;
  const mark = marksOf(
    { edition, announcedOn, effectiveOn, shortNotice: draft.shortNotice ?? false },
    classifiedChanges,
  );
  const changes =
    mark.includes('baseline') || mark.includes('correction')
      ? withoutPeriod(classifiedChanges)
      : classifiedChanges;
  const noticeClass = noticeClassOf(changes.flatMap(({ effects }) => effects));
  const first = firstEffectiveDay(announcedOn, organisation.noticePeriod);
  return {
    ...announcement,
    effectiveOn,
    class: noticeClass,
    marks: noticeClass === 'needs-notice' ? mark : mark.filter((name) => name !== 'short-notice'),
    ...(noticeClass === 'needs-notice'
      ? {
          noticePeriod: organisation.noticePeriod,
          objectionPeriod: organisation.objectionPeriod,
          firstEffectiveDay: first,
          objectionDeadline: objectionDeadline(announcedOn, organisation.objectionPeriod),
        }
      : {}),
    ...(draft.reason ? { reason: draft.reason } : {}),
    changes,
    labels: publication.labelsOf(termsIn(draft.changes)),
    ...(draft.sample !== undefined && edition === 1 ? { sample: draft.sample } : {}),
  };
}

function problemsOfTiming(draft: NoticeDraft, notice: Notice): Problem[] {
  const { announcedOn, effectiveOn, marks, firstEffectiveDay: first } = notice;
  if (marks.includes('baseline') && effectiveOn > announcedOn)
    return [{ code: 'baseline-in-future', at: 'effectiveOn', value: announcedOn }];
  const late = marks.includes('late-disclosure');
  const early = first !== undefined && effectiveOn < first && !late;
  if (early && !draft.shortNotice) return [{ code: 'too-early', at: 'effectiveOn', value: first }];
  return (early || late) && !draft.reason ? [{ code: 'reason-missing', at: 'reason' }] : [];
}

function problemsInLedger(ledger: Ledger, notice: Notice): Problem[] {
  const line = timelineOf([...ledger.notices, notice]);
  return problemsOfTimeline(
    line,
    notice.changes.map(({ subject }) => subject),
  );
}

function problemsOfGaps(ledger: Ledger, notice: Notice, { gaps }: Publication): Problem[] {
  if (gaps === 'accept' || notice.marks.includes('baseline')) return [];
  const eve = registerAtEve(ledger, notice.effectiveOn);
  return notice.changes.flatMap(({ subject, fields, effects }) => {
    if (subject.kind !== 'third-party' || !effects.some(({ types }) => types.includes('added'))) return [];
    const state = apply('third-party', eve.thirdParties.get(subject.id), fields);
    return (state ? gapsOf(state, gaps.eea) : []).map((gap): Problem => ({
      code: 'gap',
      at: `${subjectKey(subject)}/${gap.field}`,
      value: gap.reason,
    }));
  });
}
