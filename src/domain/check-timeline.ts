import { problemsOfEngagement } from './check-engagement.ts';
import { problemsOfScopes, scopeCalendar } from './check-scopes.ts';
import { conflicts } from './conflicts.ts';
import type { Problem } from './problem.ts';
import { spellsOf, type Spell } from './spells.ts';
import { STATE_SCHEMAS, subjectKey, type Subject } from './subjects/subject.ts';
import type { ThirdParty } from './subjects/third-party.ts';
import type { Timeline } from './timeline.ts';

const NONE: ReadonlySet<number> = new Set();

/**
 * Everything that must hold in a timeline for the given subjects: the rule of conflicts, states that are whole, scopes
 * that exist on every day they are used, third parties that are known, and no third party engaged by itself. When a
 * scope is among the subjects, or a third party that is not announced any more, every third party is looked at, because
 * any may rest on it.
 *
 * @param ours the notice that is drafted and the one it revises: a problem names the other one, which is in the way
 */
export function problemsOfTimeline(
  line: Timeline,
  subjects: readonly Subject[],
  ours: ReadonlySet<number> = NONE,
): Problem[] {
  const asked = new Map(subjects.map((subject) => [subjectKey(subject), subject]));
  const conflicting = new Map([...asked.keys()].map((key) => [key, problemsOfConflicts(line, key, ours)]));
  // States that rest on a conflict are not worth judging.
  const sound = new Map([...asked].filter(([key]) => conflicting.get(key)?.length === 0));
  return distinct([
    ...[...conflicting.values()].flat(),
    ...[...sound].flatMap(([key, subject]) => problemsOfStates(line, key, subject)),
    ...problemsOfReferences(line, sound, ours),
    ...(subjects.some(isThirdParty) ? problemsOfEngagement(line, ours) : []),
  ]);
}

function problemsOfConflicts(line: Timeline, key: string, ours: ReadonlySet<number>): Problem[] {
  return conflicts(line.bySubject.get(key) ?? [], ours);
}

function isThirdParty({ kind }: Subject): boolean {
  return kind === 'third-party';
}

function problemsOfStates(line: Timeline, at: string, { kind }: Subject): Problem[] {
  return spellsOf(line.bySubject.get(at) ?? []).flatMap((spell): Problem[] => {
    if (spell.state !== undefined)
      return problemsOfState(STATE_SCHEMAS[kind].safeParse(spell.state), at, spell);
    if (kind === 'organisation') return [{ code: 'organisation-removed', at, edition: spell.edition }];
    // Its page and its place in the history stay: what ends is its use.
    const value = 'A third party keeps its name; take away its processings.';
    return kind === 'third-party' ? [{ code: 'invalid-value', at, edition: spell.edition, value }] : [];
  });
}

type Parsed = ReturnType<(typeof STATE_SCHEMAS)[keyof typeof STATE_SCHEMAS]['safeParse']>;

function problemsOfState({ error }: Parsed, at: string, { edition }: Spell): Problem[] {
  return (error?.issues ?? []).map((issue) => ({
    code: 'invalid-value',
    at: [at, ...issue.path].join('/'),
    edition,
    value: issue.message,
  }));
}

function problemsOfReferences(
  line: Timeline,
  asked: ReadonlyMap<string, Subject>,
  ours: ReadonlySet<number>,
): Problem[] {
  const others = [...asked].some(
    ([key, { kind }]) => kind === 'scope' || (kind === 'third-party' && !line.bySubject.has(key)),
  );
  const calendar = scopeCalendar(line);
  return [...(others ? line.bySubject.keys() : asked.keys())]
    .filter((key) => key.startsWith('third-party/'))
    .flatMap((key) =>
      spellsOf(line.bySubject.get(key) ?? []).flatMap((spell) => [
        ...problemsOfScopes(key, spell, calendar, ours),
        ...unknownThirdParties(line, key, spell),
      ]),
    );
}

function unknownThirdParties(line: Timeline, at: string, { state, edition }: Spell): Problem[] {
  const { replaces, continues, engagedBy } = (state ?? {}) as Partial<ThirdParty>;
  return [...(replaces ?? []), ...(continues ?? []), ...(engagedBy === undefined ? [] : [engagedBy])]
    .filter((id) => at === `third-party/${id}` || !line.bySubject.has(`third-party/${id}`))
    .map((value) => ({ code: 'unknown-third-party', at, edition, value }));
}

/** One and the same fault lasts from notice to notice: told once, where it begins. */
function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, at, value }) => {
    const fault = JSON.stringify([code, at, value]);
    return !seen.has(fault) && seen.add(fault);
  });
}
