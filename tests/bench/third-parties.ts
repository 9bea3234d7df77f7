import { registerAtEve } from '../../src/domain/register-on.ts';
import type { Processing } from '../../src/domain/subjects/processing.ts';
import type { ThirdParty } from '../../src/domain/subjects/third-party.ts';
import { processing, thirdParty, type TestRegister } from '../support/register.ts';

const COUNTRIES = ['NL', 'DE', 'FR', 'IE', 'US', 'GB', 'SE', 'ES', 'IN', 'CA', 'AU', 'SG'];
const DATA = [
  ...['email-address', 'name', 'ip-address', 'phone-number', 'postal-address', 'profile-data', 'preferences'],
  ...[
    'uploaded-files',
    'messages',
    'browser-and-device',
    'cookies',
    'support-question',
    'form-input',
    'user-id',
  ],
];
const PURPOSES = [
  'Hosting',
  'Sending e-mail',
  'Support',
  'Measuring use',
  'Payments',
  'Monitoring',
  'Storage',
];

function pick<Value>(values: readonly Value[], n: number): Value {
  const value = values[n % values.length];
  if (value === undefined) throw new RangeError('Nothing to pick from.');
  return value;
}

/** A third party as registers have them: one or two processings, six or seven facts each. */
export function exampleThirdParty(n: number): ThirdParty {
  const processings: Record<string, Processing> = { p1: exampleProcessing(n) };
  if (n % 3 === 0) processings['p2'] = { ...exampleProcessing(n + 5), scope: 'websites', role: 'processor' };
  return thirdParty(`Third party ${String(n + 1)}`, processings);
}

function exampleProcessing(n: number): Processing {
  const purpose = pick(PURPOSES, n);
  return processing({
    purpose: { en: `${purpose} for customers`, nl: `${purpose} voor klanten` },
    data: [0, 3, 5].map((step) => ({ term: pick(DATA, n + step) })),
    subjects: [{ term: 'customers' }],
    retention: { form: 'period', period: `P${String(30 + (n % 60))}D` },
    locations: [
      { kind: 'storage', place: 'country', country: pick(COUNTRIES, n), city: `City ${String(n % 40)}` },
      { kind: 'access', place: 'country', country: pick(COUNTRIES, n + 4) },
    ],
    safeguards: n % 2 === 0 ? [{ ground: 'scc', regime: 'eu', rank: 'primary', modules: ['3'] }] : [],
  });
}

/** The third party as it will be, with one thing changed that was not so before. */
export function changed(register: TestRegister, id: string, edition: number): ThirdParty {
  const now = registerAtEve(register.ledger, '9999-12-31').thirdParties.get(id);
  const first = now?.processings?.['p1'];
  if (!now || !first) throw new Error(`There is no ${id}.`);
  return { ...now, processings: { ...now.processings, p1: { ...first, ...change(first, edition) } } };
}

function change(now: Processing, edition: number): Partial<Processing> {
  switch (edition % 5) {
    case 0:
      return { purpose: { en: `Purpose ${String(edition)}`, nl: `Doel ${String(edition)}` } };
    case 1:
      return { retention: { form: 'period', period: `P${String(100 + (edition % 9000))}D` } };
    case 2:
      return { locations: [...(now.locations ?? []), newPlace(edition)].slice(-4) };
    case 3:
      return { data: toggled(now.data ?? [], pick(DATA, edition)) };
    default:
      return {
        condition: {
          en: `Only when asked for in form ${String(edition)}`,
          nl: `Alleen op verzoek ${String(edition)}`,
        },
      };
  }
}

function newPlace(edition: number): NonNullable<Processing['locations']>[number] {
  return {
    kind: 'backup',
    place: 'country',
    country: pick(COUNTRIES, edition),
    city: `Place ${String(edition)}`,
  };
}

type Data = NonNullable<Processing['data']>;

function toggled(data: Data, term: string): Data {
  const without = data.filter((category) => !('term' in category && category.term === term));
  return without.length < data.length && without.length > 0 ? without : [...without, { term }];
}
