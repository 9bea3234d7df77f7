import type { Random } from '../random.ts';
import type { SentControl } from './controls.ts';
import { NAMES, NASTY, NO_TEXT, PAYLOADS } from './hostile-values.ts';

/** A form as somebody sends it who wishes the register no good. */
export interface HostileForm {
  readonly type: string;
  readonly body: string;
}

/** What a hostile form is made from. */
export interface Ground {
  readonly actions: readonly string[];
  /** What a browser would send from the page as it is. */
  readonly controls: readonly SentControl[];
  /** Ids and versions of other things, to be sent in the place of one's own. */
  readonly others: readonly string[];
}

type Fields = SentControl[];

/** Spoils some of what a page would send: so that most of what arrives gets past the first glance. */
export function hostileForm(random: Random, ground: Ground): HostileForm {
  let fields: Fields = [...ground.controls];
  const count = random.between(0, 5);
  for (let n = 0; n < count; n += 1) fields = random.pick(SPOILERS)(fields, random, ground);
  fields.unshift(['action', actionFor(random, ground, fields)]);
  return written(fields, random);
}

type Spoiler = (fields: Fields, random: Random, ground: Ground) => Fields;

const SPOILERS: readonly [Spoiler, ...Spoiler[]] = [
  (fields, random) => replaced(fields, random, random.pick(PAYLOADS)),
  (fields, random) => replaced(fields, random, random.pick(PAYLOADS)),
  (fields, random) => replaced(fields, random, random.pick(NASTY)),
  (fields, random, { others }) => replaced(fields, random, random.pick(others) ?? 'x'),
  (fields, random) => [...fields, [random.pick(NAMES), valueFrom(random)]],
  (fields, random) => [...fields, ...fields.filter(() => random.chance(0.3))],
  (fields, random) => fields.filter(() => random.chance(0.7)),
  (fields, random) => fields.map(([name, value]) => [random.chance(0.2) ? name.slice(0, -1) : name, value]),
  (fields, random) => fields.map(([name, value]) => [name, random.chance(0.3) ? valueFrom(random) : value]),
  (fields, random) => {
    const [name = 'x', value = ''] = random.pick(fields) ?? [];
    const times = random.chance(0.1) ? 10_000 : 100;
    return [...fields, ...Array.from({ length: times }, (): SentControl => [name, value])];
  },
  (fields, random) => {
    const rows = random.chance(0.1) ? 60 : 3;
    return [
      ...fields,
      ...Array.from({ length: rows }, (_, row): SentControl => [
        `processings.p${String(row)}.purpose.en`,
        valueFrom(random),
      ]),
    ];
  },
];

function replaced(fields: Fields, random: Random, value: string): Fields {
  const at = random.between(0, Math.max(0, fields.length - 1));
  return fields.map(([name, before], index) => [name, index === at ? value : before]);
}

function valueFrom(random: Random): string {
  return random.chance(0.5) ? random.pick(PAYLOADS) : random.pick(NASTY);
}

function actionFor(random: Random, { actions, others }: Ground, fields: Fields): string {
  const action = random.pick(actions) ?? '';
  if (random.chance(0.6)) return action;
  const arguments_ = [random.pick(fields)?.[0], random.pick(NAMES), random.pick(NASTY), random.pick(others)];
  return `${action} ${random.pick(arguments_) ?? ''}`;
}

/** Written as one of the two kinds of body that forms have, now and then with bytes that are no text. */
function written(fields: Fields, random: Random): HostileForm {
  if (random.chance(0.1)) return asParts(fields);
  const pairs = fields.map(([name, value]) => new URLSearchParams([[name, value]]).toString());
  if (random.chance(0.05)) pairs.push(`x=${random.pick(NO_TEXT)}`);
  return { type: 'application/x-www-form-urlencoded', body: pairs.join('&') };
}

function asParts(fields: Fields): HostileForm {
  const quoted = (name: string): string =>
    name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const parts = fields.map(
    ([name, value]) =>
      `--hostile\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`,
  );
  return { type: 'multipart/form-data; boundary=hostile', body: `${parts.join('')}--hostile--\r\n` };
}
