import { proposedProcessing, thirdPartyFrom } from '../../../catalog/third-party-from.ts';
import type { Vendor } from '../../../content/vendors.ts';
import { isDay } from '../../../domain/days.ts';
import type { Processing } from '../../../domain/subjects/processing.ts';
import { THIRD_PARTY_KINDS, type ThirdParty } from '../../../domain/subjects/third-party.ts';
import type { FieldProblem, ReceivedForm } from '../../../forms/received-form.ts';
import { freshId, inUse, lineIn, nameOfThirdParty, namesake, wrong, type Ground } from './ground.ts';
import { withProcessings } from './processing-copies.ts';
import { roleIn } from './role-in.ts';
import type { Start } from './start.ts';
import { toAdd, toChange, toRemove } from './wishes.ts';

type Started = Start | readonly FieldProblem[];

/** A third party that is not there yet: one of the catalog, or one that is only known by name. */
export function startAdding(ground: Ground, form: ReceivedForm): Started {
  const vendor = ground.locals.context.content.vendors.get(form.value('vendor'));
  const newcomer = vendor ? fromCatalog(vendor) : fromName(ground, form);
  if (!newcomer) return wrong(ground, 'name', 'new-draft.problem.name');
  const { name } = newcomer;
  const known = namesake(ground, name);
  if (known !== undefined) return wrong(ground, 'name', 'new-draft.problem.known', { name });
  const id = freshId(ground, 'third-party', name);
  const state = withProcessings(newcomer.state, processingsFor(ground, form.values('scope'), vendor));
  return {
    title: ground.locals.words.t('new-draft.title.add', { name }),
    wishes: [toAdd(id, state)],
    lands: { kind: 'third-party', id },
  };
}

interface Newcomer {
  readonly name: string;
  readonly state: ThirdParty;
}

export function fromCatalog(vendor: Vendor): Newcomer {
  return { name: vendor.name, state: thirdPartyFrom(vendor) };
}

/** A brand name reads the same in every language; what a category is called does not. */
export function fromName({ register }: Ground, form: ReceivedForm): Newcomer | undefined {
  const name = lineIn(form, 'name');
  if (name === undefined) return undefined;
  const kind = THIRD_PARTY_KINDS.find((one) => one === form.value('kind')) ?? 'service';
  const language = kind === 'service' ? 'und' : (register.organisation?.defaultLanguage ?? 'en');
  return { name, state: { kind, name: { [language]: name } } };
}

function processingsFor(
  { register }: Ground,
  scopes: readonly string[],
  vendor: Vendor | undefined,
): Record<string, Processing> {
  const known = [...new Set(scopes)].filter((scope) => register.scopes.has(scope));
  return Object.fromEntries(
    known.map((scope, index) => {
      const role = roleIn(register.scopes.get(scope));
      const processing = vendor ? proposedProcessing(vendor, scope, role) : { scope, role };
      return [`p${String(index + 1)}`, processing];
    }),
  );
}

export function startChanging(ground: Ground, form: ReceivedForm): Started {
  const id = form.value('third-party');
  if (!ground.register.thirdParties.has(id))
    return wrong(ground, 'third-party', 'new-draft.problem.third-party');
  const name = nameOfThirdParty(ground, id);
  return {
    title: ground.locals.words.t('new-draft.title.change', { name }),
    wishes: [toChange({ kind: 'third-party', id })],
    lands: { kind: 'third-party', id },
    opens: true,
  };
}

export function startRemoving(ground: Ground, form: ReceivedForm): Started {
  const id = form.value('third-party');
  if (!inUse(ground, id)) return wrong(ground, 'third-party', 'new-draft.problem.third-party');
  const scopes = scopesToLeave(ground, id, form.values('scope'));
  if (!scopes) return wrong(ground, 'scope', 'new-draft.problem.scopes');
  const day = form.value('day').trim();
  if (day !== '' && !isDay(day)) return wrong(ground, 'day', 'new-draft.problem.day');
  return {
    title: ground.locals.words.t('new-draft.title.remove', { name: nameOfThirdParty(ground, id) }),
    wishes: [toRemove(id, scopes)],
    ...(day === '' ? {} : { effectiveOn: day }),
  };
}

/** The scopes in which it is there, of those that were ticked; all of them are no scope in particular. */
export function scopesToLeave(
  { register }: Ground,
  id: string,
  ticked: readonly string[],
): ReadonlySet<string> | undefined {
  const own = new Set(
    Object.values(register.thirdParties.get(id)?.processings ?? {}).map(({ scope }) => scope),
  );
  const asked = new Set(ticked.filter((scope) => own.has(scope)));
  if (asked.size === 0) return undefined;
  return asked.size === own.size ? new Set() : asked;
}
