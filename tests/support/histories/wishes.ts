import type { Json } from '../../../src/domain/json.ts';
import type { Random } from '../random.ts';
import type { State } from './facts.ts';

/** What someone would have the register say: the wanted state of each subject concerned, by its key. */
export type Wish = ReadonlyMap<string, State | undefined>;

/** What a person who makes a draft looks at. */
export interface Scene {
  readonly random: Random;
  /** The register on the eve of the day meant. */
  readonly states: ReadonlyMap<string, State>;
}

type Rows = Record<string, Record<string, Json>>;

// Some of these are names that every JavaScript object answers to.
const IDS = [
  'constructor',
  'valueof',
  'heroku',
  'sentry',
  'postmark',
  'vimeo',
  'trello',
  'amazon-s3',
] as const;
const ROW_IDS = ['p1', 'p2', 'constructor'] as const;
const SCOPE_IDS = ['application', 'websites', 'portal', 'tostring'] as const;
const TERMS = ['email-address', 'name', 'ip-address', 'constructor'] as const;
const COUNTRIES = ['NL', 'US', 'DE'] as const;
const PERIODS = ['P30D', 'P1M', 'P45D', 'P1Y', 'P12M'] as const;
const WORDS = ['Hosting', 'Sending mail', 'Error reports', 'Video', 'Backups'] as const;

/** Kinds of wishes, each what really happens to a register. Undefined: there is nothing to wish for. */
export const WISHES: Readonly<Record<string, (scene: Scene) => Wish | undefined>> = {
  addition({ random, states }) {
    const id = random.pick(IDS.filter((one) => !states.has(`third-party/${one}`)));
    return id === undefined ? undefined : wish(id, newThirdParty(random, id, scopesIn(states)));
  },
  return({ random, states }) {
    const id = random.pick(thirdParties(states).filter((one) => !inUse(states, one)));
    return id === undefined
      ? undefined
      : wish(id, { ...stateOf(states, id), processings: newRows(random, scopesIn(states)) });
  },
  edit({ random, states }) {
    const id = random.pick(thirdParties(states).filter((one) => inUse(states, one)));
    return id === undefined ? undefined : wish(id, edited(random, stateOf(states, id)));
  },
  removal({ random, states }) {
    const id = random.pick(thirdParties(states).filter((one) => inUse(states, one)));
    return id === undefined ? undefined : wish(id, without(stateOf(states, id), 'processings'));
  },
  'second product'({ random, states }) {
    const id = random.pick(thirdParties(states).filter((one) => inUse(states, one)));
    const rows = rowsOf(states, id);
    const free = random.pick(ROW_IDS.filter((one) => !Object.hasOwn(rows, one)));
    if (id === undefined || free === undefined) return undefined;
    return wish(id, {
      ...stateOf(states, id),
      processings: { ...rows, [free]: newRow(random, scopesIn(states)) },
    });
  },
  merger({ random, states }) {
    const [heir, forebear] = random.some(
      thirdParties(states).filter((one) => inUse(states, one)),
      0.5,
    );
    if (heir === undefined || forebear === undefined) return undefined;
    const taken = Object.entries(rowsOf(states, forebear)).map(([row, content]) => [
      `${forebear}-${row}`,
      content,
    ]);
    const rows = { ...rowsOf(states, heir), ...(Object.fromEntries(taken) as Rows) };
    const continues = [...new Set([...listIn(stateOf(states, heir), 'continues'), forebear])];
    return new Map([
      [`third-party/${heir}`, { ...stateOf(states, heir), processings: rows, continues }],
      [`third-party/${forebear}`, without(stateOf(states, forebear), 'processings')],
    ]);
  },
  split({ random, states }) {
    const whole = random.pick(
      thirdParties(states).filter((one) => Object.keys(rowsOf(states, one)).length > 1),
    );
    const part = random.pick(IDS.filter((one) => !states.has(`third-party/${one}`)));
    if (whole === undefined || part === undefined) return undefined;
    const [[row, content] = [], ...others] = Object.entries(rowsOf(states, whole));
    if (row === undefined || content === undefined) return undefined;
    const entity = stateOf(states, whole)['entity'];
    const heir = {
      kind: 'service',
      name: { und: part },
      continues: [whole],
      processings: { [row]: content },
    };
    return new Map<string, State>([
      [`third-party/${whole}`, { ...stateOf(states, whole), processings: Object.fromEntries(others) }],
      [`third-party/${part}`, entity === undefined ? heir : { ...heir, entity }],
    ]);
  },
  'scope added'({ random, states }) {
    const id = random.pick(SCOPE_IDS.filter((one) => !states.has(`scope/${one}`)));
    const capacity = random.pick(['processor', 'controller', 'both']);
    if (id === undefined) return undefined;
    return new Map([[`scope/${id}`, { name: { en: `Scope ${id}` }, capacity }]]);
  },
  'scope changed'({ random, states }) {
    const id = random.pick(scopesIn(states));
    const scope = states.get(`scope/${id ?? ''}`);
    return (
      scope && new Map([[`scope/${id ?? ''}`, { ...scope, capacity: random.pick(['processor', 'both']) }]])
    );
  },
  'scope removed'({ random, states }) {
    const id = random.pick(scopesIn(states));
    if (id === undefined) return undefined;
    const users = thirdParties(states).filter((one) =>
      Object.values(rowsOf(states, one)).some((row) => row['scope'] === id),
    );
    return new Map([
      [`scope/${id}`, undefined],
      ...users.map((one): [string, State] => [`third-party/${one}`, leaving(stateOf(states, one), id)]),
    ]);
  },
  organisation({ random, states }) {
    const organisation = states.get('organisation/organisation');
    if (!organisation) return undefined;
    const [noticePeriod, objectionPeriod] = random.pick<readonly [string, string]>([
      ['P30D', 'P30D'],
      ['P1M', 'P14D'],
      ['P2M', 'P1M'],
    ]);
    return new Map([['organisation/organisation', { ...organisation, noticePeriod, objectionPeriod }]]);
  },
};

function wish(id: string, state: State): Wish {
  return new Map([[`third-party/${id}`, state]]);
}

function idsIn(states: ReadonlyMap<string, State>, kind: string): string[] {
  return [...states.keys()]
    .filter((key) => key.startsWith(`${kind}/`))
    .map((key) => key.slice(kind.length + 1));
}

function thirdParties(states: ReadonlyMap<string, State>): string[] {
  return idsIn(states, 'third-party');
}

function scopesIn(states: ReadonlyMap<string, State>): string[] {
  return idsIn(states, 'scope');
}

function stateOf(states: ReadonlyMap<string, State>, id: string): State {
  return states.get(`third-party/${id}`) ?? {};
}

function rowsOf(states: ReadonlyMap<string, State>, id: string | undefined): Rows {
  return (stateOf(states, id ?? '')['processings'] ?? {}) as Rows;
}

function inUse(states: ReadonlyMap<string, State>, id: string): boolean {
  return Object.keys(rowsOf(states, id)).length > 0;
}

function listIn(state: State, name: string): Json[] {
  return [...((state[name] ?? []) as Json[])];
}

function without(state: State, name: string): State {
  return Object.fromEntries(Object.entries(state).filter(([key]) => key !== name));
}

function leaving(state: State, scope: string): State {
  const rows = Object.entries((state['processings'] ?? {}) as Rows);
  const kept = rows.filter(([, row]) => row['scope'] !== scope);
  return kept.length === 0
    ? without(state, 'processings')
    : { ...state, processings: Object.fromEntries(kept) };
}

function newThirdParty(random: Random, id: string, scopes: readonly string[]): State {
  return {
    kind: 'service',
    name: { und: `The ${id}` },
    service: { en: random.pick(WORDS), nl: 'Dienst' },
    entity: { person: id, name: `${id} Inc.`, country: random.pick(COUNTRIES) },
    processings: newRows(random, scopes),
  };
}

function newRows(random: Random, scopes: readonly string[]): Rows {
  const ids = random.some(ROW_IDS, 0.5);
  return Object.fromEntries((ids.length > 0 ? ids : ['p1']).map((id) => [id, newRow(random, scopes)]));
}

function newRow(random: Random, scopes: readonly string[]): Record<string, Json> {
  return {
    scope: random.pick(scopes) ?? 'application',
    role: random.pick(['subprocessor', 'subprocessor', 'processor', 'none']),
    purpose: { en: random.pick(WORDS), nl: 'Doel' },
    data: [{ term: random.pick(TERMS) }],
    retention: { form: 'period', period: random.pick(PERIODS) },
    locations: [{ kind: 'storage', place: 'country', country: random.pick(COUNTRIES) }],
  };
}

function edited(random: Random, state: State): State {
  const rows = (state['processings'] ?? {}) as Rows;
  const id = random.pick(Object.keys(rows)) ?? 'p1';
  const edits: ((now: State) => State)[] = [
    (now) => ({ ...now, name: { und: `The ${random.pick(WORDS)}` } }),
    (now) => ({ ...now, links: { website: `https://${String(random.between(1, 9))}.example.com` } }),
    (now) => ({
      ...now,
      entity: { person: random.pick(IDS), name: `${random.pick(IDS)} Inc.`, country: 'US' },
    }),
    (now) => without(now, random.pick(['links', 'service', 'engagedBy'])),
    (now) => ({ ...now, engagedBy: random.pick(IDS) }),
    (now) => ({ ...now, processings: { ...rows, [id]: editedRow(random, rows[id] ?? {}) } }),
    (now) => ({ ...now, processings: { ...rows, [id]: editedRow(random, rows[id] ?? {}) } }),
  ];
  const chosen = random.some(edits, 0.3);
  return (chosen.length > 0 ? chosen : edits.slice(-1)).reduce((now, edit) => edit(now), state);
}

function editedRow(random: Random, row: Record<string, Json>): Record<string, Json> {
  const data = listIn(row, 'data');
  const term = { term: random.pick(TERMS) };
  const has = data.some((one) => JSON.stringify(one) === JSON.stringify(term));
  const edits: Record<string, Json>[] = [
    { purpose: { en: random.pick(WORDS), nl: 'Doel' } },
    { data: has ? data.filter((one) => JSON.stringify(one) !== JSON.stringify(term)) : [...data, term] },
    { retention: { form: 'period', period: random.pick(PERIODS) } },
    { retention: { form: 'criterion' }, retentionTerms: { en: 'As long as the account lives' } },
    { use: random.pick(['always', 'optional', 'opt-in']) },
    { condition: { en: `Only when ${random.pick(WORDS)}` } },
    { role: random.pick(['subprocessor', 'processor', 'none']) },
    { locations: [{ kind: 'storage', place: 'country', country: random.pick(COUNTRIES) }] },
  ];
  return Object.assign({}, row, ...random.some(edits, 0.25), random.pick(edits)) as Record<string, Json>;
}
