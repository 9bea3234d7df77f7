import type { FieldChange } from '../../../src/domain/field-change.ts';
import type { Json } from '../../../src/domain/json.ts';
import type { Register } from '../../../src/domain/register.ts';

// Written without the domain's own diff, apply and fold, so that a fault in one of them shows as a difference.

/** One thing that a register says: a field has a value, or a set has a member. */
export interface Fact {
  readonly path: string;
  readonly value: Json;
  readonly member: boolean;
}

export type State = Readonly<Record<string, Json>>;

/** One text for one value: keys in order. */
export function textOf(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => textOf(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${textOf(item)}`).join(',')}}`;
}

/** What a state says, fact by fact. Retention is the one field whose value has parts. */
export function factsOf(state: State | undefined, within = ''): Fact[] {
  return Object.entries(state ?? {}).flatMap(([name, value]): Fact[] => {
    const path = within + name;
    if (Array.isArray(value)) return value.map((member: Json) => ({ path, value: member, member: true }));
    const isWhole = typeof value !== 'object' || (name === 'retention' && within !== 'ai/');
    return isWhole ? [{ path, value, member: false }] : factsOf(value as State, `${path}/`);
  });
}

export function lineOf({ path, value, member }: Fact): string {
  return `${path} ${member ? '∋' : '='} ${textOf(value)}`;
}

/** The state that says exactly these facts; undefined when there is none. */
export function stateFrom(facts: Iterable<Fact>): State | undefined {
  const root: Record<string, Json> = {};
  for (const { path, value, member } of facts) {
    const steps = path.split('/');
    const name = steps.pop() ?? '';
    let branch = root;
    for (const step of steps) branch = (branch[step] ??= {}) as Record<string, Json>;
    if (!member) branch[name] = value;
    else branch[name] = [...((branch[name] ?? []) as Json[]), value];
  }
  return Object.keys(root).length === 0 ? undefined : root;
}

/** The changes that lead from one state to another. */
export function changesFrom(before: State | undefined, after: State | undefined): FieldChange[] {
  const [old, now] = [factsOf(before), factsOf(after)];
  const [oldLines, newLines] = [new Set(old.map(lineOf)), new Set(now.map(lineOf))];
  const gone = old.filter((fact) => !newLines.has(lineOf(fact)));
  const come = now.filter((fact) => !oldLines.has(lineOf(fact)));
  const paths = new Map([...gone, ...come].map(({ path, member }) => [path, member]));
  return [...paths].map(([field, isSet]) => {
    const [was, is] = [gone, come].map((facts) => facts.filter(({ path }) => path === field));
    if (isSet) return { field, added: inOrder(is), removed: inOrder(was) };
    return { field, before: was?.[0]?.value ?? null, after: is?.[0]?.value ?? null };
  });
}

function inOrder(facts: readonly Fact[] | undefined): Json[] {
  return (facts ?? []).map(({ value }) => value).sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

/** What a register says, as the naive keeper writes it: sorted lines. Which translations lag behind is left out. */
export function linesOfRegister({ organisation, scopes, thirdParties }: Register): string[] {
  const states: [string, unknown][] = [
    ...(organisation ? [['organisation/organisation', organisation] as [string, unknown]] : []),
    ...[...scopes].map(([id, state]): [string, unknown] => [`scope/${id}`, state]),
    ...[...thirdParties].map(([id, state]): [string, unknown] => [`third-party/${id}`, state]),
  ];
  return states
    .flatMap(([key, state]) => factsOf(state as State).map((fact) => `${key} ${lineOf(fact)}`))
    .filter((line) => !line.includes(' outdated ∋ '))
    .sort();
}
