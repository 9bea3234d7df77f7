import type { Admission } from './admit.ts';
import { announce, organisationNow, type Announcement } from './announcement.ts';
import { problemsOfTimeline } from './check-timeline.ts';
import { joinDirections } from './change-types.ts';
import { classify } from './classify.ts';
import { firstEffectiveDay, isDay, objectionDeadline, type Day } from './days.ts';
import type { NoticeDraft, Publication, RevisionDraft } from './draft.ts';
import { isSetChange, type FieldChange } from './field-change.ts';
import { leafAt } from './fields/table.ts';
import { noticeOf, timeline, type Ledger, type PublishedNotice } from './ledger.ts';
import { noticeClassOf } from './marks.ts';
import { effectsOf, type Amendment, type Effect, type Notice, type Revision } from './notice.ts';
import type { Problem } from './problem.ts';
import { registerOn } from './register-on.ts';
import { isRedacted, proseSchema, textSchema } from './text.ts';
import { amended, timelineOf, type Standing } from './timeline.ts';

type RevisionOfOne = Exclude<RevisionDraft, { action: 'redact' }>;

/** Admits a notice that revises earlier ones by number. */
export function admitRevision(
  ledger: Ledger,
  draft: NoticeDraft,
  revises: RevisionDraft,
  publication: Publication,
): Admission {
  const organisation = organisationNow(ledger, publication);
  if (!organisation) return { problems: [{ code: 'unknown-edition' }] };
  if (draft.reason && !textSchema.safeParse(draft.reason).success)
    return { problems: [{ code: 'invalid-value', at: 'reason' }] };
  const announcement = announce(ledger, organisation, publication);
  const base: Notice = {
    ...announcement,
    effectiveOn: announcement.announcedOn,
    class: 'told',
    marks: [],
    ...(draft.reason ? { reason: draft.reason } : {}),
    changes: [],
    labels: {},
  };
  if (revises.action === 'redact') return admitRedaction(ledger, base, revises.rows);
  const target = targetOf(ledger, revises, announcement);
  if ('problems' in target) return target;
  const wrong = problemsOfRevision(revises, target);
  if (wrong.length > 0) return { problems: wrong };
  const notice = revised(ledger, base, revises, target, organisation);
  const problems = [...reasonMissing(notice), ...problemsAfter(ledger, notice, target.notice)];
  return problems.length > 0 ? { problems } : { notice };
}

interface Target {
  readonly notice: PublishedNotice;
  readonly standing: Standing;
  /** Whether it has taken effect by the day of the revision. */
  readonly inEffect: boolean;
  readonly today: Day;
}

/** The notice that is revised, if it may be at all. A withdrawal is final, and no revision is itself revised. */
function targetOf(
  ledger: Ledger,
  { edition }: RevisionOfOne,
  { announcedOn }: Announcement,
): Target | { problems: Problem[] } {
  const notice = noticeOf(ledger, edition);
  const standing = timeline(ledger).standings.get(edition);
  if (!notice || !standing) return { problems: [{ code: 'unknown-edition', edition }] };
  if (notice.revises) return { problems: [{ code: 'revision-of-revision', edition }] };
  if (edition === 1) return { problems: [{ code: 'baseline-stands', edition }] };
  if (standing.withdrawnBy !== undefined)
    return { problems: [{ code: 'already-withdrawn', edition: standing.withdrawnBy }] };
  return { notice, standing, inEffect: standing.effectiveOn <= announcedOn, today: announcedOn };
}

function problemsOfRevision(revises: RevisionOfOne, { notice, standing, inEffect }: Target): Problem[] {
  const { edition } = notice;
  if (revises.action === 'withdraw') return [];
  if (inEffect) return [{ code: 'already-in-effect', edition, value: standing.effectiveOn }];
  if (revises.action === 'amend')
    return problemsOfAmendments(notice, standingFields(notice, standing), revises.amendments);
  if (!isDay(revises.to)) return [{ code: 'invalid-value', at: 'revises/to', value: revises.to }];
  return revises.to > standing.effectiveOn
    ? []
    : [{ code: 'not-later', edition, value: standing.effectiveOn }];
}

type FieldsByPosition = readonly (readonly FieldChange[])[];

/** The fields as the notice stands now, earlier amendments counted in. */
function standingFields(notice: PublishedNotice, standing: Standing): FieldsByPosition {
  const amendments = standing.amendments;
  return notice.changes.map(({ fields }, position) => amended(fields, position, amendments));
}

function problemsOfAmendments(
  notice: Notice,
  fields: FieldsByPosition,
  amendments: readonly Amendment[],
): Problem[] {
  return amendments.flatMap(({ change, fields: mended }) => {
    const subject = notice.changes[change]?.subject;
    return mended.flatMap(({ field, before, after }): Problem[] => {
      const at = `changes/${String(change)}/${field}`;
      const said = fields[change]?.find((one) => one.field === field);
      const leaf = subject && leafAt(subject.kind, field);
      if (!said || isSetChange(said) || typeof said.after !== 'string')
        return [{ code: 'unknown-field', at }];
      if (!leaf?.field.wording) return [{ code: 'not-wording', at }];
      if (said.after !== before) return [{ code: 'before-differs', at, value: said.after }];
      if (before === after) return [{ code: 'nothing-changed', at }];
      return proseSchema.safeParse(after).success && !isRedacted(after)
        ? []
        : [{ code: 'invalid-value', at }];
    });
  });
}

function revised(
  ledger: Ledger,
  base: Notice,
  revises: RevisionOfOne,
  target: Target,
  periods: { noticePeriod: string; objectionPeriod: string },
): Notice {
  const planned = {
    ...base,
    revises: revisionOf(revises, target),
    effects: plannedEffects(revises, target.notice),
  };
  if (revises.action !== 'withdraw' || !target.inEffect)
    return { ...planned, class: noticeClassOf(planned.effects) };
  const effects = reversal(ledger, target);
  const widens = joinDirections(effects.map(({ direction }) => direction)) === 'widens';
  const needsNotice = widens && noticeClassOf(effects) === 'needs-notice';
  return {
    ...planned,
    effects: needsNotice ? effects : effects.map((effect) => ({ ...effect, class: told(effect) })),
    class: needsNotice ? 'needs-notice' : told({ class: noticeClassOf(effects) }),
    marks: widens ? ['late-disclosure'] : ['correction'],
    ...(needsNotice
      ? {
          noticePeriod: periods.noticePeriod,
          objectionPeriod: periods.objectionPeriod,
          firstEffectiveDay: firstEffectiveDay(target.today, periods.noticePeriod),
          objectionDeadline: objectionDeadline(target.today, periods.objectionPeriod),
        }
      : {}),
  };
}

function told({ class: name }: Pick<Effect, 'class'>): Effect['class'] {
  return name === 'needs-notice' ? 'told' : name;
}

function revisionOf(revises: RevisionOfOne, { notice, standing, inEffect }: Target): Revision {
  const { edition } = notice;
  switch (revises.action) {
    case 'withdraw':
      return { action: 'withdraw', edition, inError: inEffect };
    case 'postpone':
      return { action: 'postpone', edition, from: standing.effectiveOn, to: revises.to };
    case 'amend':
      return { action: 'amend', edition, amendments: [...revises.amendments] };
  }
}

/** Revising a plan concerns whom the plan concerned, and changes nothing that is in effect. */
function plannedEffects(revises: RevisionOfOne, notice: Notice): Effect[] {
  if (revises.action === 'amend')
    return [{ scope: null, types: ['wording'], direction: 'neutral', class: 'editorial' }];
  const effects = effectsOf(notice).map((effect): Effect => ({
    ...effect,
    direction: 'neutral',
    class: told(effect),
  }));
  return [...new Map(effects.map((effect) => [JSON.stringify(effect), effect])).values()];
}

/** What taking back a notice that is in effect changes today, as if it were a change of its own. */
function reversal(ledger: Ledger, { notice, today }: Target): Effect[] {
  const without = {
    notices: [
      ...ledger.notices,
      {
        ...notice,
        edition: ledger.notices.length + 1,
        changes: [],
        revises: { action: 'withdraw', edition: notice.edition, inError: true },
      },
    ] as PublishedNotice[],
  };
  const effects = classify(notice.changes, registerOn(ledger, today), registerOn(without, today));
  return effects.flat();
}

function reasonMissing({ revises, reason }: Notice): Problem[] {
  const inError = revises?.action === 'withdraw' && revises.inError;
  return inError && !reason ? [{ code: 'reason-missing', at: 'reason' }] : [];
}

/** Whatever rests on the revised notice must still stand. */
function problemsAfter(ledger: Ledger, notice: Notice, target: Notice): Problem[] {
  const line = timelineOf([...ledger.notices, notice]);
  return problemsOfTimeline(
    line,
    target.changes.map(({ subject }) => subject),
  );
}

function admitRedaction(
  ledger: Ledger,
  base: Notice,
  rows: readonly { edition: number; digest: string }[],
): Admission {
  const unknown = rows.filter(({ edition }) => !noticeOf(ledger, edition));
  if (unknown.length > 0 || rows.length === 0)
    return {
      problems: [{ code: 'unknown-edition', ...(unknown[0] ? { edition: unknown[0].edition } : {}) }],
    };
  return {
    notice: {
      ...base,
      revises: { action: 'redact', rows: rows.map(({ edition, digest }) => ({ edition, digest })) },
      effects: [{ scope: null, types: ['details-changed'], direction: 'neutral', class: 'told' }],
    },
  };
}
