import type { Json } from '../domain/json.ts';
import { normalise } from '../domain/leaves.ts';
import { idSchema } from '../domain/text.ts';
import { STATE_SCHEMAS, type SubjectKind, type SubjectStates } from '../domain/subjects/subject.ts';
import { ChangingTree, isTree, valueAt } from '../domain/tree.ts';
import type { Control } from './control.ts';
import { CONTROLS } from './fields.ts';
import type { FaultCode, FormFault, Report } from './form-fault.ts';
import { nodeAt, treeOf, type FormNode } from './form-tree.ts';
import type { FormValues } from './form-values.ts';

/** The state that a form describes, or everything that is wrong with the form. */
export type SubjectFromForm<Kind extends SubjectKind> =
  { readonly state: SubjectStates[Kind] } | { readonly faults: readonly FormFault[] };

/** More processings than anyone has, and more faults than anyone reads: what is beyond is not looked at. */
const MOST_PROCESSINGS = 100;
const MOST_FAULTS = 100;

/**
 * Reads a form into the state of a subject. A field of which nothing was sent stays as it was; one that was sent empty is
 * not stated. Of names that begin like no field of the subject nothing is said: they are the page's own.
 *
 * Whatever is sent, this ends soon and never throws.
 *
 * @param before what the form was made from; undefined for a subject that is new
 */
export function subjectFromForm<Kind extends SubjectKind>(
  kind: Kind,
  values: FormValues,
  before: SubjectStates[Kind] | undefined,
): SubjectFromForm<Kind> {
  const faults: FormFault[] = [];
  const report: Report = (field, code, limit) => {
    if (faults.length < MOST_FAULTS && !faults.some((fault) => fault.field === field))
      faults.push({ field, code, ...(limit === undefined ? {} : { limit }) });
  };
  const { root, tooDeep } = treeOf(values);
  for (const name of tooDeep.slice(0, 1)) report(name, 'unknown-field');
  const tree = readFields(kind, root, before as unknown as Json | undefined, report);
  if (faults.length > 0) return { faults };
  return judged(kind, tree as SubjectStates[Kind] | undefined);
}

function readFields(kind: SubjectKind, root: FormNode, before: Json | undefined, report: Report) {
  const tree = new ChangingTree(undefined);
  const processings = processingIds(root, before, report);
  const reached = new Set<string>();
  for (const [path, control] of fieldsOf(kind, processings)) {
    const steps = path.split('/');
    reached.add(steps.slice(0, -1).join('.'));
    tree.put(steps, readField(control, steps, root, before, report));
  }
  refuseUnknown(root, kind, report);
  for (const owner of reached) refuseUnknownBelow(root, owner, kind, report);
  return tree.tree;
}

function readField(
  control: Control,
  steps: readonly string[],
  root: FormNode,
  before: Json | undefined,
  report: Report,
): Json | undefined {
  const was = valueAt(before, steps);
  const node = nodeAt(root, steps);
  if (!node && was !== undefined) return was;
  return control.read({
    name: steps.join('.'),
    node: node ?? { values: [], children: new Map() },
    before: was,
    report,
  });
}

/** Each field with its path, those of a processing once for each of them. */
export function* fieldsOf(
  kind: SubjectKind,
  processings: readonly string[],
): Generator<readonly [path: string, control: Control]> {
  const all = Object.entries(CONTROLS[kind]);
  for (const [path, control] of all) if (!path.startsWith('processings/')) yield [path, control];
  for (const id of processings)
    for (const [path, control] of all)
      if (path.startsWith('processings/')) yield [path.replace('*', id), control];
}

/**
 * The processings that the form is about: all that it shows. Where it says nothing of processings at all, those that were
 * there.
 */
function processingIds(root: FormNode, before: Json | undefined, report: Report): string[] {
  const node = root.children.get('processings');
  if (!node) {
    const were = valueAt(before, ['processings']);
    return isTree(were) ? Object.keys(were) : [];
  }
  const sent = [...node.children.keys()];
  if (sent.length > MOST_PROCESSINGS) report('processings', 'too-many', MOST_PROCESSINGS);
  const some = sent.slice(0, MOST_PROCESSINGS);
  const wrong = some.find((id) => !idSchema.safeParse(id).success);
  if (wrong !== undefined) report(`processings.${wrong}`, 'not-an-id');
  return some.filter((id) => idSchema.safeParse(id).success);
}

/** Names of one step that lead to no field, though they begin like one. */
function refuseUnknown(root: FormNode, kind: SubjectKind, report: Report): void {
  if (kind !== 'third-party' && root.children.has('processings')) report('processings', 'unknown-field');
}

/** Names beside the fields of a processing, a legal entity or a group of links. */
function refuseUnknownBelow(root: FormNode, owner: string, kind: SubjectKind, report: Report): void {
  if (owner === '') return;
  const known = knownBelow(kind, owner.split('.'));
  const node = nodeAt(root, owner.split('.'));
  for (const step of node?.children.keys() ?? [])
    if (!known.has(step)) {
      report(`${owner}.${step}`, 'unknown-field');
      return;
    }
}

function knownBelow(kind: SubjectKind, owner: readonly string[]): ReadonlySet<string> {
  const pattern = `${owner[0] === 'processings' ? 'processings/*' : owner.join('/')}/`;
  const below = Object.keys(CONTROLS[kind]).filter((path) => path.startsWith(pattern));
  return new Set(below.map((path) => path.slice(pattern.length)));
}

/** The rules of the whole have the last word: they see how its fields go together. */
function judged<Kind extends SubjectKind>(
  kind: Kind,
  tree: SubjectStates[Kind] | undefined,
): SubjectFromForm<Kind> {
  const parsed = STATE_SCHEMAS[kind].safeParse(tree ?? {});
  if (!parsed.success)
    return {
      faults: parsed.error.issues
        .slice(0, MOST_FAULTS)
        .map(({ path }) => faultAt(kind, path.map(String).join('.'))),
    };
  // The schema of a kind gives the state of that kind.
  const state = normalise(kind, parsed.data as SubjectStates[Kind]);
  return state ? { state } : { faults: [faultAt(kind, '')] };
}

function faultAt(kind: SubjectKind, field: string): FormFault {
  const code: FaultCode =
    kind === 'organisation' && field === 'objectionPeriod' ? 'objection-too-long' : 'invalid';
  return { field: code === 'objection-too-long' ? 'objectionPeriod.number' : field, code };
}
