import type { SubjectChange } from '../../../src/domain/classify.ts';
import type { Day } from '../../../src/domain/days.ts';
import type { RevisionDraft } from '../../../src/domain/draft.ts';
import type { FieldChange } from '../../../src/domain/field-change.ts';
import type { Json } from '../../../src/domain/json.ts';
import { lineOf, stateFrom, type Fact, type State } from './facts.ts';

/** What was asked for and accepted, as a clerk would write it down. */
export interface Entry {
  readonly edition: number;
  readonly announcedOn: Day;
  readonly effectiveOn: Day;
  readonly changes: readonly SubjectChange[];
  readonly revises?: RevisionDraft;
  readonly objectionDeadline?: Day;
}

interface LiveEntry extends Entry {
  /** The day it has by what is known. */
  readonly day: Day;
}

type Facts = Map<string, Map<string, Fact>>;

/**
 * The register as someone would keep it who has only a pile of notices and patience: every question is answered by
 * reading the whole pile again.
 */
export class NaiveRegister {
  readonly entries: Entry[] = [];

  /** The facts in effect on a day as known at an edition: `third-party/x` and its facts in lines, sorted. */
  linesOn(day: Day, edition = this.entries.length): string[] {
    const [first] = this.entries;
    if (!first || edition < 1 || day < first.effectiveOn) return [];
    return linesOf(factsBy(liveEntries(this.entries.slice(0, edition)), (entry) => entry.day <= day));
  }

  /** An entry with the words that amendments gave it. */
  entryNow(edition: number): Entry | undefined {
    const entry = this.entries[edition - 1];
    return entry && amended(entry, this.entries);
  }

  /** What each subject is on the eve of a day, as known now. */
  statesOnEve(day: Day): Map<string, State> {
    const facts = factsBy(liveEntries(this.entries), (entry) => entry.edition === 1 || entry.day < day);
    return new Map(
      [...facts].flatMap(([subject, told]) => {
        const state = stateFrom(told.values());
        return state ? [[subject, state]] : [];
      }),
    );
  }

  /** Whatever does not fit when a further entry is made: each live change that misses what it says it finds. */
  faultsWith(entry?: Entry): string[] {
    return faultsIn(liveEntries(entry ? [...this.entries, entry] : this.entries));
  }

  /** Where the notice of an edition stands on a day, by what was announced then. */
  standing(edition: number, day: Day) {
    const entry = this.entries[edition - 1];
    if (!entry || entry.announcedOn > day) return undefined;
    const known = this.entries.filter(({ announcedOn }) => announcedOn <= day);
    const revisions = known.filter(
      ({ revises }) => revises?.action !== 'redact' && revises?.edition === edition,
    );
    const live = liveEntries(known).find((one) => one.edition === edition);
    const effectiveOn = postponedTo(entry, known);
    const open =
      live !== undefined && entry.objectionDeadline !== undefined && day <= entry.objectionDeadline;
    const waiting = open ? 'objection-open' : 'upcoming';
    return {
      state: live === undefined ? 'withdrawn' : day >= effectiveOn ? 'effective' : waiting,
      effectiveOn,
      objectionOpen: open,
      revisedBy: revisions.map((revision) => revision.edition),
    };
  }
}

function liveEntries(entries: readonly Entry[]): LiveEntry[] {
  const withdrawn = new Set(
    entries.flatMap(({ revises }) => (revises?.action === 'withdraw' ? [revises.edition] : [])),
  );
  return entries
    .filter(({ edition }) => !withdrawn.has(edition))
    .map((entry) => ({ ...amended(entry, entries), day: postponedTo(entry, entries) }))
    .sort((a, b) => order(a) - order(b) || (a.day < b.day ? -1 : a.day > b.day ? 1 : a.edition - b.edition));
}

function order({ edition }: Entry): number {
  return edition === 1 ? 0 : 1;
}

function postponedTo(entry: Entry, entries: readonly Entry[]): Day {
  let day = entry.effectiveOn;
  for (const { revises } of entries)
    if (revises?.action === 'postpone' && revises.edition === entry.edition) day = revises.to;
  return day;
}

function amended(entry: Entry, entries: readonly Entry[]): Entry {
  let changes = entry.changes;
  for (const { revises } of entries) {
    if (revises?.action !== 'amend' || revises.edition !== entry.edition) continue;
    for (const { change: position, fields } of revises.amendments)
      for (const { field, after } of fields)
        changes = changes.map((change, index) =>
          index === position
            ? { ...change, fields: change.fields.map((one) => said(one, field, after)) }
            : change,
        );
  }
  return { ...entry, changes };
}

function said(change: FieldChange, field: string, after: string): FieldChange {
  return change.field === field && 'after' in change ? { ...change, after } : change;
}

function factsBy(entries: readonly LiveEntry[], holds: (entry: LiveEntry) => boolean): Facts {
  const facts: Facts = new Map();
  for (const entry of entries) if (holds(entry)) write(facts, entry);
  return facts;
}

function write(facts: Facts, { changes }: Entry): void {
  for (const { subject, fields } of changes) {
    const key = `${subject.kind}/${subject.id}`;
    const told = facts.get(key) ?? new Map<string, Fact>();
    facts.set(key, told);
    for (const { gone, come } of fields.map(movesOf)) {
      for (const place of gone) told.delete(place);
      for (const [place, fact] of come) told.set(place, fact);
    }
  }
}

/** Under which places facts vanish and appear: a value has the place of its field, a member one of its own. */
function movesOf(change: FieldChange): { gone: string[]; come: [string, Fact][] } {
  const path = change.field;
  if ('added' in change) {
    const facts = [change.removed, change.added].map((members) =>
      members.map((value): Fact => ({ path, value, member: true })),
    );
    return { gone: (facts[0] ?? []).map(lineOf), come: (facts[1] ?? []).map((fact) => [lineOf(fact), fact]) };
  }
  if (change.after === null) return { gone: [path], come: [] };
  return { gone: [path], come: [[path, { path, value: change.after, member: false }]] };
}

function linesOf(facts: Facts): string[] {
  return [...facts]
    .flatMap(([subject, told]) => [...told.values()].map((fact) => `${subject} ${lineOf(fact)}`))
    .sort();
}

function faultsIn(entries: readonly LiveEntry[]): string[] {
  const faults: string[] = [];
  const facts: Facts = new Map();
  const days = Map.groupBy(entries, (entry) => (entry.edition === 1 ? '' : entry.day));
  for (const day of days.values()) {
    const taken = new Set<string>();
    for (const { edition, changes } of day)
      for (const { subject, fields } of changes) {
        const key = `${subject.kind}/${subject.id}`;
        const told = facts.get(key) ?? new Map<string, Fact>();
        for (const place of fields.flatMap(placesOf))
          if (taken.size === taken.add(`${key} ${place}`).size)
            faults.push(`${String(edition)} twice ${place}`);
        for (const field of fields)
          if (!fits(field, told) || !hasOwner(field, fields, told))
            faults.push(`${String(edition)} misfits ${key} ${field.field}`);
      }
    for (const entry of day) write(facts, entry);
  }
  return faults;
}

function placesOf(change: FieldChange): string[] {
  const { gone, come } = movesOf(change);
  return [...new Set([...gone, ...come.map(([place]) => place)])];
}

function fits(change: FieldChange, told: ReadonlyMap<string, Fact>): boolean {
  const line = (value: Json): string => lineOf({ path: change.field, value, member: true });
  if ('added' in change)
    return (
      change.removed.every((member) => told.has(line(member))) &&
      change.added.every((member) => !told.has(line(member)))
    );
  const found = told.get(change.field);
  if (change.before === null || !found) return change.before === null && !found;
  return lineOf(found) === lineOf({ path: change.field, value: change.before, member: false });
}

/** A change to a subject or a processing that is not there must be the one that makes it. */
function hasOwner(
  { field }: FieldChange,
  fields: readonly FieldChange[],
  told: ReadonlyMap<string, Fact>,
): boolean {
  const made = new Set(fields.flatMap((one) => ('after' in one && one.before === null ? [one.field] : [])));
  if (told.size === 0 && !['kind', 'capacity', 'name'].some((path) => made.has(path))) return false;
  const [, processing] = /^processings\/([^/]+)\//.exec(field) ?? [];
  if (processing === undefined || made.has(`processings/${processing}/scope`)) return true;
  return [...told.values()].some(({ path }) => path.startsWith(`processings/${processing}/`));
}
