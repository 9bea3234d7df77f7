import { apply } from './apply.ts';
import type { SubjectChange } from './classify.ts';
import { isSetChange, type FieldChange, type Replacement } from './field-change.ts';
import { leafAt } from './fields/table.ts';
import type { Json } from './json.ts';
import { sortedMembers } from './leaves.ts';
import type { SubjectKind, SubjectState } from './subjects/subject.ts';
import { isTree, valueAt } from './tree.ts';

/**
 * The change together with what it does to the translations: a text changed in one language puts the same text in its
 * other languages out of date, until staff change them too or take them off the list (`outdated`). A mend of mere
 * wording does not, nor does a text that reads the same in every language (`und`).
 *
 * @param eve the subject on the eve of the change
 */
export function withOutdated(change: SubjectChange, eve: SubjectState | undefined): SubjectChange {
  const { subject, fields } = change;
  const said = fields.find(({ field }) => field === 'outdated');
  const chosen = said && isSetChange(said) ? said : { added: [], removed: [] };
  const after = apply(subject.kind, eve, fields) as Json | undefined;
  const was = asList(valueAt(eve as Json | undefined, ['outdated']));
  const touched = new Set(fields.map(({ field }) => field));
  const stale = fields
    .flatMap((field) => othersOf(subject.kind, field, after))
    .filter((path) => !touched.has(path) && !was.includes(path));
  const fresh = was.filter((path) => touched.has(path) || !isThere(subject.kind, path, after));
  const added = merged([...chosen.added, ...stale], chosen.removed);
  // To take a text off the list with the very change that would put it there says that it still fits.
  const removed = merged([...chosen.removed, ...fresh], [...chosen.added, ...stale]);
  const others = fields.filter((field) => field !== said);
  if (added.length + removed.length === 0) return { subject, fields: others };
  return { subject, fields: [...others, { field: 'outdated', added, removed }] };
}

/** What a change does of itself to the list of translations that lag behind, whatever staff say of it. */
export function outdatedBy(
  { subject, fields }: SubjectChange,
  eve: SubjectState | undefined,
): { readonly added: readonly Json[]; readonly removed: readonly Json[] } {
  const others = fields.filter(({ field }) => field !== 'outdated');
  const made = withOutdated({ subject, fields: others }, eve).fields.find(
    ({ field }) => field === 'outdated',
  );
  return made && isSetChange(made) ? made : { added: [], removed: [] };
}

/** The paths of the same text in the other languages that it has. */
function othersOf(kind: SubjectKind, change: FieldChange, after: Json | undefined): string[] {
  const leaf = leafAt(kind, change.field);
  if (leaf?.language === undefined || leaf.language === 'und' || !saysOtherwise(change)) return [];
  const whole = leaf.steps.slice(0, -1);
  const languages = valueAt(after, whole);
  if (!isTree(languages)) return [];
  return Object.keys(languages)
    .filter((language) => language !== leaf.language && language !== 'und')
    .map((language) => [...whole, language].join('/'));
}

function saysOtherwise(change: FieldChange): change is Replacement {
  return !isSetChange(change) && !change.wording && change.before !== null && change.after !== null;
}

function isThere(kind: SubjectKind, path: string, after: Json | undefined): boolean {
  const leaf = leafAt(kind, path);
  return leaf !== undefined && valueAt(after, leaf.steps) !== undefined;
}

function asList(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((path) => typeof path === 'string') : [];
}

function merged(paths: readonly Json[], but: readonly Json[]): Json[] {
  return [...sortedMembers(paths.filter((path) => !but.includes(path)))];
}
