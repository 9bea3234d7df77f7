import { conflicts } from './conflicts.ts';
import type { Day } from './days.ts';
import type { Problem } from './problem.ts';
import { scopesOf } from './judge-scope.ts';
import { STATE_SCHEMAS, subjectKey, type Subject, type SubjectState } from './subjects/subject.ts';
import type { ThirdParty } from './subjects/third-party.ts';
import type { LiveChange, Timeline } from './timeline.ts';

/**
 * Everything that must hold in a timeline for the given subjects: the rule of conflicts, states that are whole, scopes
 * that exist on every day they are used, third parties that are known. When a scope is among the subjects, every third
 * party is looked at, because any may use it.
 */
export function problemsOfTimeline(line: Timeline, subjects: readonly Subject[]): Problem[] {
  const keys = new Set(subjects.map(subjectKey));
  const scopesTouched = subjects.some(({ kind }) => kind === 'scope');
  const asked = [...line.bySubject].filter(
    ([key]) => keys.has(key) || (scopesTouched && key.startsWith('third-party/')),
  );
  const scopes = scopeDays(line);
  const problems = asked.flatMap(([, changes]) => problemsOfSubject(line, changes, scopes));
  if (scopesTouched) problems.push(...scopesGone(line, scopes));
  return problems;
}

function problemsOfSubject(line: Timeline, changes: readonly LiveChange[], scopes: ScopeDays): Problem[] {
  const problems: Problem[] = [];
  const found = conflicts(changes, (state, change) => {
    problems.push(...problemsOfState(line, state, change, scopes));
  });
  // A state that rests on a conflict is not worth judging.
  return found.length > 0 ? found : distinct(problems);
}

function problemsOfState(
  line: Timeline,
  state: SubjectState | undefined,
  change: LiveChange,
  scopes: ScopeDays,
) {
  const at = subjectKey(change.subject);
  const edition = change.edition;
  if (state === undefined)
    return change.subject.kind === 'organisation'
      ? [{ code: 'organisation-removed', at, edition } as const]
      : [];
  const parsed = STATE_SCHEMAS[change.subject.kind].safeParse(state);
  if (!parsed.success)
    return parsed.error.issues.map((issue): Problem => ({
      code: 'invalid-value',
      at: [at, ...issue.path].join('/'),
      edition,
      value: issue.message,
    }));
  return change.subject.kind === 'third-party' ? references(line, state as ThirdParty, change, scopes) : [];
}

function references(line: Timeline, state: ThirdParty, change: LiveChange, scopes: ScopeDays): Problem[] {
  const at = subjectKey(change.subject);
  const { edition, effectiveOn, subject } = change;
  const others = [
    ...(state.replaces ?? []),
    ...(state.continues ?? []),
    ...(state.engagedBy ? [state.engagedBy] : []),
  ];
  const unknown = others.filter((id) => id === subject.id || !line.bySubject.has(`third-party/${id}`));
  const absent = [...scopesOf(state)].filter((scope) => !scopes.exists(scope, effectiveOn, change.baseline));
  return [
    ...unknown.map((value): Problem => ({ code: 'unknown-third-party', at, edition, value })),
    ...absent.map((value): Problem => ({ code: 'unknown-scope', at, edition, value })),
  ];
}

interface ScopeDays {
  readonly exists: (scope: string, day: Day, inBaseline: boolean) => boolean;
  /** Days on which a scope ceases to exist. */
  readonly ends: readonly { readonly scope: string; readonly day: Day; readonly edition: number }[];
}

function scopeDays(line: Timeline): ScopeDays {
  const spells = new Map<string, { from: Day; baseline: boolean; until?: Day }[]>();
  const ends: { scope: string; day: Day; edition: number }[] = [];
  for (const [key, changes] of line.bySubject) {
    if (!key.startsWith('scope/')) continue;
    const id = key.slice('scope/'.length);
    const own: { from: Day; baseline: boolean; until?: Day }[] = [];
    conflicts(changes, (state, { effectiveOn, baseline, edition }) => {
      const open = own.at(-1)?.until === undefined ? own.at(-1) : undefined;
      if (state && !open) own.push({ from: effectiveOn, baseline });
      if (state || !open) return;
      open.until = effectiveOn;
      ends.push({ scope: id, day: effectiveOn, edition });
    });
    spells.set(id, own);
  }
  const exists: ScopeDays['exists'] = (scope, day, inBaseline) =>
    (spells.get(scope) ?? []).some(
      ({ from, baseline, until }) =>
        (baseline || (!inBaseline && from <= day)) && (until === undefined || day < until || inBaseline),
    );
  return { exists, ends };
}

/** Third parties that go on using a scope on the day it ends. */
function scopesGone(line: Timeline, scopes: ScopeDays): Problem[] {
  if (scopes.ends.length === 0) return [];
  return [...line.bySubject].flatMap(([key, changes]) => {
    if (!key.startsWith('third-party/')) return [];
    return scopes.ends
      .filter(({ scope, day }) => usesOn(changes, scope, day))
      .map(({ scope, edition }): Problem => ({ code: 'unknown-scope', at: key, edition, value: scope }));
  });
}

function usesOn(changes: readonly LiveChange[], scope: string, day: Day): boolean {
  let state: SubjectState | undefined;
  conflicts(changes, (now, { effectiveOn, baseline }) => {
    if (baseline || effectiveOn <= day) state = now;
  });
  return scopesOf(state as ThirdParty | undefined).has(scope);
}

function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
