import type { Day } from './days.ts';
import { scopesOf } from './judge-scope.ts';
import type { Problem } from './problem.ts';
import { spellsOf, type Spell } from './spells.ts';
import type { ThirdParty } from './subjects/third-party.ts';
import type { Timeline } from './timeline.ts';

/** From the first day on which a scope exists to the first on which it does not, and the notice that ends it. */
interface Existence {
  readonly from: Day;
  readonly end?: { readonly day: Day; readonly edition: number };
}

/** When each scope exists, by its id, in order of time. */
export type ScopeCalendar = ReadonlyMap<string, readonly Existence[]>;

export function scopeCalendar(line: Timeline): ScopeCalendar {
  const scopes = [...line.bySubject].filter(([key]) => key.startsWith('scope/'));
  return new Map(scopes.map(([key, changes]) => [key.slice('scope/'.length), existences(spellsOf(changes))]));
}

function existences(spells: readonly Spell[]): Existence[] {
  const found: Existence[] = [];
  let from: Day | undefined;
  for (const spell of spells) {
    if (spell.state) from ??= spell.from;
    if (spell.state || from === undefined) continue;
    found.push({ from, end: { day: spell.from, edition: spell.edition } });
    from = undefined;
  }
  return from === undefined ? found : [...found, { from }];
}

/** The scopes that a third party uses in a spell although they do not exist through the whole of it. */
export function problemsOfScopes(
  at: string,
  spell: Spell,
  calendar: ScopeCalendar,
  ours: ReadonlySet<number>,
): Problem[] {
  return [...scopesOf(spell.state as ThirdParty | undefined)].flatMap((scope) => {
    const lasting = (calendar.get(scope) ?? []).find((existence) => covers(existence, spell.from));
    if (lasting && (lasting.end === undefined || (spell.until && spell.until <= lasting.end.day))) return [];
    const ending = lasting?.end?.edition;
    const edition = ending === undefined || ours.has(ending) ? spell.edition : ending;
    return [{ code: 'unknown-scope', at, edition, value: scope } as const];
  });
}

function covers({ from, end }: Existence, day: Day): boolean {
  return from <= day && (end === undefined || day < end.day);
}
