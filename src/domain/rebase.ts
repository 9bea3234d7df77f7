import type { SubjectChange } from './classify.ts';
import { CREATING, scopeOf } from './conflicts.ts';
import { isSetChange, type FieldChange, type Replacement, type SetChange } from './field-change.ts';
import { leafAt } from './fields/table.ts';
import { canonical, sameJson, type Json } from './json.ts';
import { leafPaths, sortedMembers, valueAt } from './leaves.ts';
import { outdatedBy } from './outdated.ts';
import { renamedProcessings, type Renaming } from './rename-processings.ts';
import { subjectKey, type Subject, type SubjectState } from './subjects/subject.ts';

/** One field of which a draft and the register say different things. `null`: not stated. */
export interface Conflict {
  readonly subject: Subject;
  readonly field: string;
  /** What it was when it was drafted. */
  readonly base: Json;
  readonly ours: Json;
  /** What the register says now. */
  readonly theirs: Json;
  /** What the field belongs to is not there any more: the subject itself or one of its processings. */
  readonly gone?: true;
  /** The notice that is in the way. */
  readonly edition?: number;
}

/** A field, or members of a set, that read already as the draft would have them. */
export interface Dropped {
  readonly subject: Subject;
  readonly field: string;
  /** Of a set: the members that were there, or gone, already. */
  readonly members?: readonly Json[];
}

export interface Rebased {
  /** What is left to be published, from what is there now. */
  readonly changes: readonly SubjectChange[];
  readonly conflicts: readonly Conflict[];
  readonly dropped: readonly Dropped[];
  /** New processings that had to take another id. */
  readonly renamed: readonly Renaming[];
}

/** What drafted changes meet on the eve of their day. */
export interface Ground {
  readonly stateOf: (subject: Subject) => SubjectState | undefined;
  /** The processings that plans of others will make, by their ids. */
  readonly madeLater?: (subject: Subject) => ReadonlyMap<string, Json>;
  /**
   * Whether a subject, or a processing of it, was ever announced: what is not there is gone then. Otherwise it is a new
   * one of which a draft does not say enough yet, and that is for the gate to refuse. Without it, all was.
   */
  readonly wasThere?: (subject: Subject, processing?: string) => boolean;
}

type Outcome =
  | { readonly kept: FieldChange }
  | { readonly kept: FieldChange; readonly dropped: Dropped }
  | { readonly conflict: Conflict }
  | { readonly dropped: Dropped };

/**
 * Puts drafted changes onto what the register says by now. A value that reads as it did when it was drafted is changed
 * as drafted; one that reads as wanted already is dropped; any other is a conflict. Members of a set are added and
 * removed whatever other members it has. Nothing is lost: every drafted field is in the changes, in the conflicts, or
 * dropped. Rebasing a second time changes nothing more.
 *
 * A subject or a processing that is gone is a conflict at every field that was drafted for it; so is what others added
 * to a processing that is to go. A new processing whose id others took gets the next free one.
 */
export function rebase(changes: readonly SubjectChange[], ground: Ground): Rebased {
  const each = changes.map((change) => rebaseOne(change, ground));
  return {
    changes: each.map(({ change }) => change).filter(({ fields }) => fields.length > 0),
    conflicts: each.flatMap(({ conflicts }) => conflicts),
    dropped: each.flatMap(({ dropped }) => dropped),
    renamed: each.flatMap(({ renamed }) => renamed),
  };
}

interface One {
  readonly change: SubjectChange;
  readonly conflicts: readonly Conflict[];
  readonly dropped: readonly Dropped[];
  readonly renamed: readonly Renaming[];
}

function rebaseOne(drafted: SubjectChange, ground: Ground): One {
  const { stateOf, madeLater } = ground;
  const state = stateOf(drafted.subject);
  const { change, renamed } = renamedProcessings(drafted, state, madeLater?.(drafted.subject) ?? new Map());
  const judged = change.fields.map((field) => ({ field, outcome: judge(change, field, state, ground) }));
  const others = judged.filter(({ field }) => field.field !== 'outdated');
  const kept = { subject: change.subject, fields: others.flatMap(({ outcome }) => keptIn(outcome)) };
  const outcomes = judged.map(({ field, outcome }) => stillFitting(kept, state, field, outcome));
  return {
    change: {
      subject: change.subject,
      fields: outcomes.flatMap(keptIn),
    },
    conflicts: [
      ...outcomes.flatMap((outcome) => ('conflict' in outcome ? [outcome.conflict] : [])),
      ...leftBehind(change, state),
    ],
    dropped: outcomes.flatMap((outcome) => ('dropped' in outcome ? [outcome.dropped] : [])),
    renamed,
  };
}

function keptIn(outcome: Outcome): FieldChange[] {
  return 'kept' in outcome ? [outcome.kept] : [];
}

/**
 * To take a text off the list of translations that lag behind with the very change that would put it there says that it
 * still fits: that stays, although the text is not on the list.
 */
function stillFitting(
  kept: SubjectChange,
  state: SubjectState | undefined,
  field: FieldChange,
  outcome: Outcome,
): Outcome {
  if (field.field !== 'outdated' || !isSetChange(field) || !('dropped' in outcome)) return outcome;
  const stale = new Set(outdatedBy(kept, state).added.map(canonical));
  const fits = field.removed.filter((path) => stale.has(canonical(path)));
  if (fits.length === 0) return outcome;
  const { added = [], removed = [] } = 'kept' in outcome && isSetChange(outcome.kept) ? outcome.kept : {};
  const together = { field: field.field, added, removed: [...sortedMembers([...removed, ...fits])] };
  const members = outcome.dropped.members?.filter((path) => !stale.has(canonical(path))) ?? [];
  return members.length === 0
    ? { kept: together }
    : { kept: together, dropped: { ...outcome.dropped, members } };
}

function judge(
  change: SubjectChange,
  field: FieldChange,
  state: SubjectState | undefined,
  ground: Ground,
): Outcome {
  const leaf = leafAt(change.subject.kind, field.field);
  // What is no field, or not of this form, is for the gate to refuse.
  if (!leaf || (leaf.field.form === 'set') !== isSetChange(field)) return { kept: field };
  const found = valueAt(state as unknown as Json | undefined, leaf.steps);
  const orphan = isOrphan(change, leaf.processing, state, ground);
  return isSetChange(field)
    ? judgeSet(change.subject, field, found, orphan)
    : judgeValue(change.subject, field, found, orphan);
}

function judgeValue(subject: Subject, change: Replacement, found: Json = null, orphan: boolean): Outcome {
  const { field, before, after } = change;
  if (sameJson(found, after) && !sameJson(before, after)) return { dropped: { subject, field } };
  if (sameJson(found, before) && !orphan) return { kept: change };
  const gone = orphan ? ({ gone: true } as const) : {};
  return { conflict: { subject, field, base: before, ours: after, theirs: found, ...gone } };
}

function judgeSet(subject: Subject, change: SetChange, found: Json = [], orphan: boolean): Outcome {
  const { field } = change;
  const members = new Set((Array.isArray(found) ? found : []).map(canonical));
  const isThere = (member: Json): boolean => members.has(canonical(member));
  const added = change.added.filter((member) => !isThere(member));
  const removed = change.removed.filter(isThere);
  const already = [...change.added.filter(isThere), ...change.removed.filter((member) => !isThere(member))];
  const dropped = { subject, field, members: already };
  if (added.length + removed.length === 0 && already.length > 0) return { dropped };
  if (orphan)
    return {
      conflict: {
        subject,
        field,
        base: listed(change.removed),
        ours: listed(change.added),
        theirs: null,
        gone: true,
      },
    };
  if (already.length === 0) return { kept: change };
  return { kept: { field, added, removed }, dropped };
}

function listed(members: readonly Json[]): Json {
  return members.length === 0 ? null : members;
}

/** Whether what a field belongs to was there once, and is neither there now nor made by the change. */
function isOrphan(
  { subject, fields }: SubjectChange,
  processing: string | undefined,
  state: SubjectState | undefined,
  { wasThere = () => true }: Ground,
): boolean {
  if (state === undefined && !makes(fields, CREATING[subject.kind])) return wasThere(subject);
  if (processing === undefined || makes(fields, scopeOf(processing))) return false;
  const found = valueAt(state as unknown as Json | undefined, ['processings', processing]);
  return found === undefined && wasThere(subject, processing);
}

function makes(fields: readonly FieldChange[], path: string): boolean {
  return fields.some((field) => field.field === path && !isSetChange(field) && field.before === null);
}

/** What others put into a processing, or a subject, that is to go: it would be left behind as a part of nothing. */
function leftBehind({ subject, fields }: SubjectChange, state: SubjectState | undefined): Conflict[] {
  if (state === undefined) return [];
  const endings = new Set(fields.filter(ends).map(({ field }) => field));
  const isEnding = (processing: string | undefined): boolean =>
    endings.has(CREATING[subject.kind]) || (processing !== undefined && endings.has(scopeOf(processing)));
  const drafted = new Map(fields.map((field) => [field.field, field]));
  return leafPaths(subject.kind, state).flatMap((field): Conflict[] => {
    const leaf = leafAt(subject.kind, field);
    if (!leaf || !isEnding(leaf.processing)) return [];
    const theirs = remaining(drafted.get(field), valueAt(state as unknown as Json, leaf.steps));
    return theirs === null ? [] : [{ subject, field, base: null, ours: null, theirs }];
  });
}

function ends(change: FieldChange): boolean {
  return !isSetChange(change) && change.before !== null && change.after === null;
}

/** What a drafted change would leave there; a value it speaks of is judged by itself. */
function remaining(change: FieldChange | undefined, found: Json | undefined): Json {
  if (found === undefined) return null;
  if (!change) return found;
  if (!isSetChange(change)) return null;
  const removed = new Set(change.removed.map(canonical));
  const members = Array.isArray(found) ? (found as readonly Json[]) : [];
  return listed(members.filter((member) => !removed.has(canonical(member))));
}

/** The change that puts what was drafted in the place of what the register says by now. */
export function oursOver({ field, ours, theirs }: Conflict): FieldChange {
  // Of a set only what others put into something that is to go can be in conflict.
  return isMembers(theirs)
    ? { field, added: [], removed: [...theirs] }
    : { field, before: theirs, after: ours };
}

function isMembers(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Where a conflict is, in one text: `third-party/sentry/processings/p1/retention`. */
export function placeOf({ subject, field }: Pick<Conflict, 'subject' | 'field'>): string {
  return `${subjectKey(subject)}/${field}`;
}
