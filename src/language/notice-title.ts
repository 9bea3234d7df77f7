import type { ChangeType } from '../domain/change-types.ts';
import type { Ledger } from '../domain/ledger.ts';
import { replacedBy } from '../domain/notice-kind.ts';
import { effectsOf, type Change, type Notice, type Revision } from '../domain/notice.ts';
import { isSetChange } from '../domain/field-change.ts';
import { isInUse } from '../domain/register.ts';
import type { SubjectState } from '../domain/subjects/subject.ts';
import { kindOf, type ChangeKind } from './change-kind.ts';
import { named, nameIn, tellingOf, type Telling } from './telling.ts';

/** One thing that a notice does, as a reader sees it: a replacement is one, though two third parties change. */
export interface ToldChange {
  readonly kind: ChangeKind | 'replaced';
  readonly change: Change;
  readonly position: number;
  readonly name: string;
  /** Changes of the third parties it takes the place of, with their positions. */
  readonly replaced: readonly { readonly change: Change; readonly position: number; readonly name: string }[];
}

/** What a notice does and where, without the day: `Sentry is added (Application)`. */
export function noticeSubject(telling: Telling, ledger: Ledger): string {
  const { revises } = telling.notice;
  return revises ? revisionTitle(telling, ledger, revises) : coreTitle(telling);
}

/**
 * The title of a notice: `Sentry is added (Application), from 13 December 2026`.
 *
 * @param subject what {@link noticeSubject} says of it
 */
export function noticeTitle({ notice, words }: Telling, subject: string): string {
  if (notice.revises || notice.edition === 1 || notice.effectiveOn === notice.announcedOn) return subject;
  const when = notice.effectiveOn > notice.announcedOn ? 'notice-title.from' : 'notice-title.since';
  return words.t(when, { title: subject, day: words.day(notice.effectiveOn) });
}

function revisionTitle({ words, notice }: Telling, ledger: Ledger, revises: Revision): string {
  if (revises.action === 'redact') {
    const editions = revises.rows.map(({ edition }) => String(edition));
    return words.t('notice-title.redacted', { count: editions.length, editions: words.list(editions) });
  }
  const { edition } = revises;
  const target = tellingOf(words, ledger, edition);
  const title = target ? coreTitle(target) : words.t('notice.heading', { edition: notice.edition });
  switch (revises.action) {
    case 'withdraw':
      return words.t(revises.inError ? 'notice-title.in-error' : 'notice-title.withdrawn', {
        edition,
        title,
      });
    case 'postpone':
      return words.t('notice-title.postponed', { edition, title, day: words.day(revises.to) });
    case 'amend':
      return words.t('notice-title.amended', { edition, title });
  }
}

function coreTitle(telling: Telling): string {
  const { words, notice } = telling;
  if (notice.edition === 1) return words.t('notice-title.baseline', { count: countInUse(telling) });
  const told = toldChanges(telling);
  const [first] = told;
  if (!first) return words.t('notice.heading', { edition: notice.edition });
  const title = told.length === 1 ? titleOf(telling, first) : titleOfSeveral(telling, told);
  const scopes = scopesOf(notice).map((id) => telling.scope(id).name);
  const namesThem = told.every(({ change }) => change.subject.kind === 'scope');
  if (scopes.length === 0 || namesThem) return title;
  return words.t('notice-title.in', { title, scopes: words.list(scopes) });
}

function countInUse({ notice, around }: Telling): number {
  return notice.changes.filter(({ subject }, position) => {
    const { after } = around(position);
    return subject.kind === 'third-party' && after && 'kind' in after && isInUse(after);
  }).length;
}

/** The scopes that the notice concerns; none when it concerns all of them. */
export function scopesOf(notice: Notice): string[] {
  const scopes = effectsOf(notice).map(({ scope }) => scope);
  return scopes.includes(null) ? [] : [...new Set(scopes.filter((scope) => scope !== null))].sort();
}

/** Changes that are told: those of a notice, or of a comparison. */
type Changes = Pick<Telling, 'words' | 'around'> & { readonly notice: Pick<Notice, 'changes'> };

/** What the notice does, replacements taken together, in the order of its changes. */
export function toldChanges(telling: Changes): ToldChange[] {
  const all = telling.notice.changes.map((change, position) => ({
    change,
    position,
    kind: kindOf(change, telling.around(position)),
    name: nameOf(telling, change, position),
  }));
  const goes = new Map(
    all.filter(({ kind }) => kind === 'removed').map((one) => [one.change.subject.id, one]),
  );
  const told = all.map((one): ToldChange => {
    const replaced = isAddition(one.kind) ? replacedBy(one.change).flatMap((id) => goes.get(id) ?? []) : [];
    return { ...one, replaced, kind: replaced.length > 0 ? 'replaced' : one.kind };
  });
  const gone = new Set(told.flatMap(({ replaced }) => replaced.map(({ position }) => position)));
  return told.filter(({ position }) => !gone.has(position));
}

function isAddition(kind: ChangeKind): boolean {
  return kind === 'added' || kind === 'added-again' || kind === 'added-scope';
}

/** The name after the change; of what is gone, the one it had. */
function nameOf({ words, around }: Changes, { subject }: Change, position: number): string {
  const { before, after } = around(position);
  return named(words, subject.id, nameIn(after) ?? nameIn(before)).name;
}

function titleOf(telling: Telling, told: ToldChange): string {
  const { words, around } = telling;
  const { kind, name, change } = told;
  switch (kind) {
    case 'replaced':
      return words.t('notice-title.replaced', {
        name,
        old: replacedIn(words, told),
        count: told.replaced.length,
      });
    case 'renamed':
      return words.t('notice-title.renamed', {
        name,
        old: words.plain(nameIn(around(told.position).before)),
      });
    case 'entity-renamed':
    case 'entity-replaced':
      return words.t(`notice-title.${kind}`, { name, ...legalNames(change) });
    case 'restructured':
      return words.t('notice-title.restructured', { names: name, how: 'other' });
    case 'changed':
      return words.t('notice-title.changed', { name, types: typesOf(telling, change) });
    case 'added':
    case 'removed':
      // A category is named in the plural: `Added: banks`.
      return words.t(isCategory(telling, told) ? `notice-title.several-${kind}` : `notice-title.${kind}`, {
        name,
        names: name,
      });
    case 'added-again':
    case 'added-scope':
    case 'removed-scope':
    case 'listed':
    case 'scope-added':
    case 'scope-removed':
      return words.t(`notice-title.${kind}`, { name });
  }
}

function replacedIn(words: Telling['words'], { replaced }: ToldChange): string {
  return words.list(replaced.map(({ name }) => name));
}

function isCategory({ around }: Telling, { position }: ToldChange): boolean {
  const { before, after } = around(position);
  const state = after ?? before;
  return state !== undefined && 'kind' in state && state.kind === 'category';
}

function legalNames(change: Change): { old: string; now: string } {
  const field = change.fields.find((one) => one.field === 'entity/name');
  const values = !field || isSetChange(field) ? [] : [field.before, field.after];
  const [old = '', now = ''] = values.filter((value) => typeof value === 'string');
  return { old, now };
}

function typesOf({ words }: Telling, { subject, effects }: Change): string {
  const types = new Set(effects.flatMap((effect) => effect.types));
  return words.list(
    inTitle(subject.kind === 'scope', types).map((type) => words.t(`notice-title.type.${type}`)),
  );
}

/** More and less of the same is other data; details go unsaid beside what weighs more. */
function inTitle(
  ofScope: boolean,
  types: ReadonlySet<ChangeType>,
): (ChangeType | 'data-changed' | 'capacity-changed')[] {
  const both = types.has('data-widened') && types.has('data-narrowed');
  const said = [...types].filter((type) => type !== 'details-changed');
  const named = (said.length > 0 ? said : [...types]).map((type) => {
    if (both && (type === 'data-widened' || type === 'data-narrowed')) return 'data-changed';
    return ofScope && type === 'role-changed' ? 'capacity-changed' : type;
  });
  return [...new Set(named)];
}

// A title names a few; the rest is counted.
const NAMED_IN_TITLE = 3;

/** Titles of several changes that are all of one kind. */
const SEVERAL = {
  added: 'notice-title.several-added',
  removed: 'notice-title.several-removed',
  replaced: 'notice-title.several-replaced',
  'scope-added': 'notice-title.several-scopes-added',
  'scope-removed': 'notice-title.several-scopes-removed',
} as const;

function titleOfSeveral(telling: Telling, told: readonly ToldChange[]): string {
  const { words } = telling;
  const [kind, ...others] = new Set(told.map((one) => one.kind));
  const names = someNames(words, [...new Set(told.map(({ name }) => name))]);
  if (kind === undefined || others.length > 0)
    return words.t('notice-title.several', { count: told.length, names });
  if (kind === 'restructured')
    return words.t('notice-title.restructured', { names, how: howRestructured(telling, told) });
  if (kind === 'replaced')
    return words.t(SEVERAL.replaced, {
      names: someNames(
        words,
        told.map((one) =>
          words.t('notice-title.replaced-by', { old: replacedIn(words, one), name: one.name }),
        ),
      ),
    });
  return words.t(isToldTogether(kind) ? SEVERAL[kind] : 'notice-title.several', {
    count: told.length,
    names,
  });
}

function isToldTogether(kind: ToldChange['kind']): kind is keyof typeof SEVERAL {
  return Object.hasOwn(SEVERAL, kind);
}

/** Fewer in use than before: they were merged; more: one was split. */
function howRestructured({ around }: Telling, told: readonly ToldChange[]): 'merged' | 'split' | 'other' {
  const inUse = (state: SubjectState | undefined): number =>
    state !== undefined && 'kind' in state && isInUse(state) ? 1 : 0;
  const grown = told
    .map(({ position }) => around(position))
    .reduce((sum, { before, after }) => sum + inUse(after) - inUse(before), 0);
  if (grown === 0) return 'other';
  return grown < 0 ? 'merged' : 'split';
}

function someNames(words: Telling['words'], names: readonly string[]): string {
  if (names.length <= NAMED_IN_TITLE + 1) return words.list(names);
  const first = names.slice(0, NAMED_IN_TITLE).join(', ');
  return words.t('general.and-others', { names: first, count: names.length - NAMED_IN_TITLE });
}
