import type { Admission } from './admit.ts';
import { admitRedaction } from './admit-redaction.ts';
import { announce, organisationNow } from './announcement.ts';
import { problemsOfAmendments } from './check-amendments.ts';
import { problemsOfDraft } from './check-draft.ts';
import { problemsOfTimeline } from './check-timeline.ts';
import { joinDirections } from './change-types.ts';
import { isDay } from './days.ts';
import type { NoticeDraft, Publication, RevisionDraft } from './draft.ts';
import { timeline, type Ledger } from './ledger.ts';
import { noticeClassOf } from './marks.ts';
import { effectsOf, type Effect, type Notice, type Revision } from './notice.ts';
import { periodsFrom } from './periods.ts';
import type { Problem } from './problem.ts';
import { reversalEffects } from './reversal.ts';
import { targetOf, type RevisionOfOne, type Target } from './revision-target.ts';
import type { Organisation } from './subjects/organisation.ts';
import { timelineOf, type Timeline } from './timeline.ts';

/** Admits a notice that revises earlier ones by number. */
export function admitRevision(
  ledger: Ledger,
  draft: NoticeDraft,
  revises: RevisionDraft,
  publication: Publication,
): Admission {
  const wrong = [...problemsOfDraft(draft), ...problemsOfMore(draft)];
  if (wrong.length > 0) return { problems: wrong };
  const organisation = organisationNow(ledger, publication);
  if (!organisation) return { problems: [{ code: 'unknown-edition' }] };
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
  const impossible = problemsOfRevision(revises, target);
  if (impossible.length > 0) return { problems: impossible };
  return admitRevised(ledger, { ...base, revises: revisionOf(revises, target) }, target, organisation);
}

/** A revision does one thing: what else a draft asks for would be lost without a word. */
function problemsOfMore({ changes, effectiveOn, shortNotice }: NoticeDraft): Problem[] {
  const value = 'A revision has no changes and no day of its own.';
  return [
    ...(changes.length > 0 ? [{ code: 'invalid-value', at: 'changes', value } as const] : []),
    ...(effectiveOn === undefined ? [] : [{ code: 'invalid-value', at: 'effectiveOn', value } as const]),
    ...(shortNotice ? [{ code: 'invalid-value', at: 'shortNotice', value } as const] : []),
  ];
}

function problemsOfRevision(
  revises: RevisionOfOne,
  { notice, standing, changes, inEffect }: Target,
): Problem[] {
  const { edition } = notice;
  if (revises.action === 'withdraw') return [];
  if (inEffect) return [{ code: 'already-in-effect', edition, value: standing.effectiveOn }];
  if (revises.action === 'amend') return problemsOfAmendments(changes, revises.amendments);
  if (!isDay(revises.to)) return [{ code: 'invalid-value', at: 'revises/to', value: revises.to }];
  return revises.to > standing.effectiveOn
    ? []
    : [{ code: 'not-later', edition, value: standing.effectiveOn }];
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

function admitRevised(ledger: Ledger, base: Notice, target: Target, organisation: Organisation): Admission {
  const line = timelineOf([...ledger.notices, base]);
  const takenBack = base.revises?.action === 'withdraw' && target.inEffect;
  const notice = takenBack ? takingBack(ledger, base, target, line, organisation) : replanning(base, target);
  const subjects = target.changes.map(({ subject }) => subject);
  const ours = new Set([notice.edition, target.notice.edition]);
  // Whatever rests on the revised notice must still stand.
  const problems = problemsOfTimeline(line, subjects, ours);
  if (takenBack && !notice.reason) problems.push({ code: 'reason-missing', at: 'reason' });
  return problems.length > 0 ? { problems } : { notice };
}

/** Revising a plan concerns whom the plan concerned, and changes nothing that is in effect. */
function replanning(base: Notice, { notice }: Target): Notice {
  const effects: Effect[] =
    base.revises?.action === 'amend'
      ? [{ scope: null, types: ['wording'], direction: 'neutral', class: 'editorial' }]
      : distinct(effectsOf(notice).map((effect) => ({ ...free(effect), direction: 'neutral' })));
  return { ...base, effects, class: noticeClassOf(effects) };
}

function distinct(effects: readonly Effect[]): Effect[] {
  return [...new Map(effects.map((effect) => [JSON.stringify(effect), effect])).values()];
}

/** A notice in effect that is taken back as published in error: what it changed is changed the other way round. */
function takingBack(
  ledger: Ledger,
  base: Notice,
  target: Target,
  without: Timeline,
  organisation: Organisation,
): Notice {
  const effects = reversalEffects(timeline(ledger), without, target);
  const widens = joinDirections(effects.map(({ direction }) => direction)) === 'widens';
  if (!widens) {
    const freed = effects.map(free);
    const noticeClass = noticeClassOf(freed);
    return {
      ...base,
      effects: freed,
      class: noticeClass,
      marks: noticeClass === 'editorial' ? [] : ['correction'],
    };
  }
  const noticeClass = noticeClassOf(effects);
  const periods = noticeClass === 'needs-notice' ? periodsFrom(base.announcedOn, organisation) : {};
  return { ...base, effects, class: noticeClass, marks: ['late-disclosure'], ...periods };
}

/** The effect where no period binds. */
function free(effect: Effect): Effect {
  return effect.class === 'needs-notice' ? { ...effect, class: 'told' } : effect;
}
