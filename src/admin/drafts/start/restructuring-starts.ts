import { proposedProcessing } from '../../../catalog/third-party-from.ts';
import type { Vendor } from '../../../content/vendors.ts';
import type { Processing } from '../../../domain/subjects/processing.ts';
import type { FieldProblem, ReceivedForm } from '../../../forms/received-form.ts';
import { freshId, inUse, lineIn, nameOfThirdParty, namesake, wrong, type Ground } from './ground.ts';
import type { Start } from './start.ts';
import { fromCatalog, fromName, scopesToLeave } from './third-party-starts.ts';
import { toMerge, toReplace, toSplit, type Replacement, type Split } from './wishes.ts';

type Started = Start | readonly FieldProblem[];

/** One goes, another takes its place: one of the catalog, one that is there already, or one known by name. */
export function startReplacing(ground: Ground, form: ReceivedForm): Started {
  const old = form.value('third-party');
  if (!inUse(ground, old)) return wrong(ground, 'third-party', 'new-draft.problem.third-party');
  const scopes = scopesToLeave(ground, old, form.values('scope'));
  if (!scopes) return wrong(ground, 'scope', 'new-draft.problem.scopes');
  const successor = successorIn(ground, form, old);
  if ('problems' in successor) return successor.problems;
  const { by, name, known } = successor;
  return {
    title: ground.locals.words.t('new-draft.title.replace', { old: nameOfThirdParty(ground, old), name }),
    wishes: toReplace({ old, scopes, by, known, takesOver: form.value('takes-over') !== '' }),
    lands: { kind: 'third-party', id: by.id },
  };
}

interface Successor extends Pick<Replacement, 'by' | 'known'> {
  readonly name: string;
}

function successorIn(
  ground: Ground,
  form: ReceivedForm,
  old: string,
): Successor | { readonly problems: readonly FieldProblem[] } {
  const vendor = ground.locals.context.content.vendors.get(form.value('vendor'));
  const other = form.value('other');
  const named = form.value('name').trim() !== '';
  if ([vendor !== undefined, other !== '', named].filter(Boolean).length !== 1)
    return { problems: wrong(ground, 'vendor', 'new-draft.problem.one-successor') };
  if (other !== '') return anotherOne(ground, other, old);
  const newcomer = vendor ? fromCatalog(vendor) : fromName(ground, form);
  if (!newcomer) return { problems: wrong(ground, 'name', 'new-draft.problem.name') };
  const { name, state } = newcomer;
  if (namesake(ground, name) !== undefined)
    return {
      problems: wrong(ground, vendor ? 'vendor' : 'name', 'new-draft.problem.known-successor', { name }),
    };
  return { name, by: { id: freshId(ground, 'third-party', name), state }, known: knownOf(vendor) };
}

function anotherOne(ground: Ground, id: string, old: string) {
  if (id === old || !ground.register.thirdParties.has(id))
    return { problems: wrong(ground, 'other', 'new-draft.problem.third-party') };
  return { name: nameOfThirdParty(ground, id), by: { id, state: undefined }, known: {} };
}

function knownOf(vendor: Vendor | undefined): Pick<Processing, 'locations' | 'safeguards'> {
  if (!vendor) return {};
  const { locations, safeguards } = proposedProcessing(vendor, 'any', 'subprocessor');
  return { ...(locations ? { locations } : {}), ...(safeguards ? { safeguards } : {}) };
}

/** Several go on as one, or one as several: nobody new gets the data. */
export function startContinuing(ground: Ground, form: ReceivedForm): Started {
  return form.value('how') === 'split' ? startSplitting(ground, form) : startMerging(ground, form);
}

/** As many as one form asks for. */
export const PARTS = ['1', '2', '3', '4'] as const;

function startMerging(ground: Ground, form: ReceivedForm): Started {
  const from = [...new Set(PARTS.map((part) => form.value(`from.${part}`)).filter((id) => id !== ''))];
  const unknown = PARTS.find((part) => {
    const id = form.value(`from.${part}`);
    return id !== '' && !inUse(ground, id);
  });
  if (unknown) return wrong(ground, `from.${unknown}`, 'new-draft.problem.third-party');
  const into = form.value('into');
  if (into !== '' && !from.includes(into)) return wrong(ground, 'into', 'new-draft.problem.into');
  if (from.length < (into === '' ? 1 : 2)) return wrong(ground, 'from.1', 'new-draft.problem.merge');
  const name = into === '' ? lineIn(form, 'name') : nameOfThirdParty(ground, into);
  if (name === undefined) return wrong(ground, 'name', 'new-draft.problem.name');
  if (into === '' && namesake(ground, name) !== undefined)
    return wrong(ground, 'name', 'new-draft.problem.known-successor', { name });
  const id = into === '' ? freshId(ground, 'third-party', name) : into;
  const { words } = ground.locals;
  const olds = words.list(from.filter((one) => one !== id).map((one) => nameOfThirdParty(ground, one)));
  return {
    title: words.t('new-draft.title.merge', { olds, name }),
    wishes: toMerge({ from, into: { id, name } }),
    lands: { kind: 'third-party', id },
  };
}

function startSplitting(ground: Ground, form: ReceivedForm): Started {
  const from = form.value('third-party');
  if (!inUse(ground, from)) return wrong(ground, 'third-party', 'new-draft.problem.third-party');
  const into = partsIn(ground, form, from);
  if ('problems' in into) return into.problems;
  if (into.parts.length === 0) return wrong(ground, 'part.1', 'new-draft.problem.split');
  const { words } = ground.locals;
  const names = words.list(into.parts.map(({ name }) => name));
  return {
    title: words.t('new-draft.title.split', { old: nameOfThirdParty(ground, from), names }),
    wishes: toSplit({ from, into: into.parts }),
    lands: { kind: 'third-party', id: into.parts[0]?.id ?? from },
  };
}

function partsIn(
  ground: Ground,
  form: ReceivedForm,
  from: string,
): { readonly parts: Split['into'] } | { readonly problems: readonly FieldProblem[] } {
  const rows = Object.keys(ground.register.thirdParties.get(from)?.processings ?? {});
  const taken = new Set(ground.taken['third-party']);
  const parts: Split['into'][number][] = [];
  for (const part of PARTS) {
    const processings = new Set(rows.filter((row) => form.value(`to.${row}`) === part));
    if (form.value(`part.${part}`).trim() === '' && processings.size === 0) continue;
    const name = lineIn(form, `part.${part}`);
    if (name === undefined) return { problems: wrong(ground, `part.${part}`, 'new-draft.problem.name') };
    if (namesake(ground, name) !== undefined || parts.some((one) => one.name === name))
      return { problems: wrong(ground, `part.${part}`, 'new-draft.problem.known-successor', { name }) };
    if (processings.size === 0)
      return { problems: wrong(ground, `part.${part}`, 'new-draft.problem.part', { name }) };
    const id = freshId({ ...ground, taken: { ...ground.taken, 'third-party': taken } }, 'third-party', name);
    taken.add(id);
    parts.push({ id, name, processings });
  }
  return { parts };
}
