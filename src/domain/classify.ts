import {
  isEditorialType,
  isNoticeType,
  joinDirections,
  type ChangeType,
  type NoticeClass,
} from './change-types.ts';
import type { FieldChange } from './field-change.ts';
import type { Judgement } from './fields/field.ts';
import { judgeFields } from './judge-fields.ts';
import { judgeRestructured, judgeScope, processingsIn, scopesOf, type Rows } from './judge-scope.ts';
import { ownJudgements } from './judge-third-party.ts';
import type { Effect } from './notice.ts';
import type { Register } from './register.ts';
import { stateOf } from './register.ts';
import { restructurings, type Restructuring } from './restructurings.ts';
import type { Subject } from './subjects/subject.ts';

/** A change before it is classified. */
export interface SubjectChange {
  readonly subject: Subject;
  readonly fields: readonly FieldChange[];
}

/**
 * What each change of a notice means, per scope: its types, direction and class, in the order of the changes.
 *
 * All changes of the notice are looked at together, because a merger or split is seen only in the whole.
 *
 * @param before the register on the eve of the notice's day
 * @param after the register with the notice's changes applied to it
 */
export function classify(changes: readonly SubjectChange[], before: Register, after: Register): Effect[][] {
  const groups = restructurings(changes, before, after);
  return changes.map((change) => {
    const group = groups.get(change.subject.id);
    if (change.subject.kind === 'third-party' && group) return restructured(change, group, before, after);
    return effectsOn(change, before, after);
  });
}

function effectsOn(change: SubjectChange, before: Register, after: Register): Effect[] {
  const { subject, fields } = change;
  if (subject.kind === 'third-party') return thirdPartyEffects(change, before, after);
  const [old, now] = [stateOf(before, subject), stateOf(after, subject)];
  const scope = subject.kind === 'scope' ? subject.id : null;
  if (subject.kind === 'scope' && !(old && now))
    return [effect(scope, [{ type: old ? 'scope-removed' : 'scope-added', direction: 'neutral' }], false)];
  if (!(old && now)) return [effect(scope, [{ type: 'details-changed', direction: 'neutral' }], false)];
  return [effect(scope, judgeFields(subject.kind, fields, { before: old, after: now }), false)];
}

function thirdPartyEffects({ subject, fields }: SubjectChange, before: Register, after: Register): Effect[] {
  const [old, now] = [before.thirdParties.get(subject.id), after.thirdParties.get(subject.id)];
  const own = ownJudgements(fields, old, now);
  const effects = [...scopesOf(old, now)].flatMap((scope) => {
    const [had, has] = [processingsIn(old, scope), processingsIn(now, scope)];
    const judgements = judgeScope(had, has, fields);
    // What concerns the third party as a whole concerns each scope in which it goes on.
    const all = had.size > 0 && has.size > 0 ? [...own, ...judgements] : judgements;
    return all.length === 0 ? [] : [effect(scope, all, binds(scope, [had, has], before, after))];
  });
  return effects.length > 0 ? effects : [effect(null, own, false)];
}

function restructured(
  { subject: { id } }: SubjectChange,
  group: Restructuring,
  before: Register,
  after: Register,
): Effect[] {
  const scopes = scopesOf(before.thirdParties.get(id), after.thirdParties.get(id));
  const whole: Judgement[] = [{ type: 'restructured', direction: 'neutral' }, ...group.judgements];
  if (scopes.size === 0) return [effect(null, whole, false)];
  return [...scopes].map((scope) => {
    const [had, has] = [group.rowsBefore(scope), group.rowsAfter(scope)];
    return effect(scope, [...whole, ...judgeRestructured(had, has)], binds(scope, [had, has], before, after));
  });
}

/**
 * Whether a notice period can bind there: the organisation is a processor, the third party its subprocessor, before or
 * after. Ceasing to be one with the same notice frees from nothing.
 */
function binds(scope: string, rows: readonly Rows[], before: Register, after: Register): boolean {
  const capacities = [before, after].map((register) => register.scopes.get(scope)?.capacity);
  const processor = capacities.some((capacity) => capacity === 'processor' || capacity === 'both');
  return processor && rows.some((had) => [...had.values()].some(({ role }) => role === 'subprocessor'));
}

function effect(scope: string | null, judgements: readonly Judgement[], canBind: boolean): Effect {
  const types = [...new Set(judgements.map(({ type }) => type))].sort();
  return {
    scope,
    types: types.length > 0 ? types : ['details-changed'],
    direction: joinDirections(judgements.map(({ direction }) => direction)),
    class: classOf(types, canBind),
  };
}

function classOf(types: readonly ChangeType[], canBind: boolean): NoticeClass {
  if (types.length > 0 && types.every(isEditorialType)) return 'editorial';
  return canBind && types.some(isNoticeType) ? 'needs-notice' : 'told';
}
