import type { ChangeType } from '../domain/change-types.ts';
import { isSetChange } from '../domain/field-change.ts';
import type { Change } from '../domain/notice.ts';
import { isInUse } from '../domain/register.ts';
import type { SubjectState } from '../domain/subjects/subject.ts';
import type { ToldStates } from './as-told.ts';

/** What a change is to a reader, before any detail. */
export type ChangeKind =
  /** Comes into use: for the first time, again, or in a further scope. */
  | 'added'
  | 'added-again'
  | 'added-scope'
  /** Goes out of use: everywhere, or in one scope of several. */
  | 'removed'
  | 'removed-scope'
  | 'restructured'
  | 'entity-replaced'
  | 'entity-renamed'
  | 'renamed'
  /** Becomes known without being in use. */
  | 'listed'
  | 'scope-added'
  | 'scope-removed'
  | 'changed';

/** The kind of a change, by its types and by what its subject was and is. */
export function kindOf(change: Change, around: ToldStates): ChangeKind {
  const types = new Set(change.effects.flatMap((effect) => effect.types));
  if (types.has('scope-added') || types.has('scope-removed')) return ofScope(types);
  if (change.subject.kind !== 'third-party') return isRenaming(types, change) ? 'renamed' : 'changed';
  if (types.has('restructured')) return 'restructured';
  return ofUse(types, around) ?? ofName(types, change);
}

function ofScope(types: ReadonlySet<ChangeType>): ChangeKind {
  return types.has('scope-added') ? 'scope-added' : 'scope-removed';
}

function ofUse(types: ReadonlySet<ChangeType>, { before, after }: ToldStates): ChangeKind | undefined {
  const [was, is] = [inUse(before), inUse(after)];
  if (!was && is) return before ? 'added-again' : 'added';
  if (was && !is) return 'removed';
  if (!was && !before) return 'listed';
  if (only(types, 'added')) return 'added-scope';
  return only(types, 'removed') ? 'removed-scope' : undefined;
}

function inUse(state: SubjectState | undefined): boolean {
  return state !== undefined && 'kind' in state && isInUse(state);
}

function ofName(types: ReadonlySet<ChangeType>, change: Change): ChangeKind {
  const has = (path: string): boolean =>
    change.fields.some(
      (one) => !isSetChange(one) && one.field === path && one.before !== null && one.after !== null,
    );
  if (isOnlyAnotherEntity(types, change) && has('entity/name')) return 'entity-replaced';
  if (isRenaming(types, change)) return 'renamed';
  return only(types, 'renamed') && has('entity/name') ? 'entity-renamed' : 'changed';
}

/** What another legal entity mostly brings along: its seat, its address. A title that names the entity may leave it out. */
const GO_WITH_ENTITY: ReadonlySet<ChangeType> = new Set([
  'entity-replaced',
  'location-changed',
  'contact-changed',
  'details-changed',
]);

/** Nothing that weighs as much changes with it; its own seat moves the place, what the processings say of theirs does not. */
function isOnlyAnotherEntity(types: ReadonlySet<ChangeType>, { fields }: Change): boolean {
  return (
    types.has('entity-replaced') &&
    [...types].every((type) => GO_WITH_ENTITY.has(type)) &&
    !fields.some(({ field }) => field.endsWith('/locations'))
  );
}

function isRenaming(types: ReadonlySet<ChangeType>, { fields }: Change): boolean {
  return only(types, 'renamed') && fields.some(({ field }) => field === 'name' || field.startsWith('name/'));
}

function only(types: ReadonlySet<ChangeType>, type: ChangeType): boolean {
  return types.size === 1 && types.has(type);
}
