import type { Json } from '../domain/json.ts';
import { isTree } from '../domain/tree.ts';
import { durationSchema } from '../domain/subjects/processing.ts';
import { periodSchema } from '../domain/days.ts';
import { below, onlyValue, refuseOthers, type Control, type Entry, type Sent } from './control.ts';
import { faultIn, type Format } from './formats.ts';
import { tidied } from './typed-text.ts';

/** Units in which a duration is typed, by what ISO 8601 writes around the number: `P45D`, `PT12H`. */
export const DURATION_UNITS = {
  hours: ['PT', 'H'],
  days: ['P', 'D'],
  weeks: ['P', 'W'],
  months: ['P', 'M'],
  years: ['P', 'Y'],
} as const;
export type DurationUnit = keyof typeof DURATION_UNITS;

/** Periods of notice and objection are whole calendar days or months. */
export const PERIOD_UNITS = ['days', 'months'] as const satisfies readonly DurationUnit[];

const DURATION: Format = { schema: durationSchema, fault: 'not-a-duration' };
const PERIOD: Format = { schema: periodSchema, fault: 'not-a-duration' };

/** A number and its unit; `iso` for what these two cannot say (`P1Y6M`). */
export const DURATION_CONTROL = durationControl(DURATION);
export const PERIOD_CONTROL = durationControl(PERIOD);

function durationControl(format: Format): Control {
  return {
    focus: 'number',
    read: (sent) => {
      refuseOthers(sent, ['number', 'unit', 'iso']);
      return readDuration(format, sent);
    },
    write: writeDuration,
  };
}

function writeDuration(name: string, value: Json | undefined): Entry[] {
  const parts = partsOf(typeof value === 'string' ? value : '');
  return [
    [`${name}.number`, [parts.number]],
    [`${name}.unit`, [parts.unit]],
    [`${name}.iso`, [parts.iso]],
  ];
}

interface Parts {
  readonly number: string;
  readonly unit: DurationUnit | '';
  readonly iso: string;
}

/** `P45D` is 45 days; what no number with one unit says stays as it is written. */
function partsOf(iso: string): Parts {
  for (const [unit, [start, end]] of Object.entries(DURATION_UNITS) as [
    DurationUnit,
    readonly [string, string],
  ][]) {
    const number = iso.startsWith(start) && iso.endsWith(end) ? iso.slice(start.length, -end.length) : '';
    if (/^(0|[1-9]\d{0,4})$/.test(number)) return { number, unit, iso: '' };
  }
  return { number: '', unit: '', iso };
}

/** @param format what the duration has to be */
function readDuration(format: Format, sent: Sent): string | undefined {
  const [number, unit, iso] = ['number', 'unit', 'iso'].map((step) => typedAt(sent, step)) as [
    string,
    string,
    string,
  ];
  if (number !== '' && iso !== '') sent.report(`${sent.name}.iso`, 'duration-twice');
  if (iso !== '') return checkedAt(format, sent, 'iso', iso);
  if (number === '') return undefined;
  const around = Object.hasOwn(DURATION_UNITS, unit) ? DURATION_UNITS[unit as DurationUnit] : undefined;
  if (!around) sent.report(`${sent.name}.unit`, unit === '' ? 'unit-missing' : 'not-an-option');
  else if (/^\d{1,5}$/.test(number))
    return checkedAt(format, sent, 'number', `${around[0]}${String(Number(number))}${around[1]}`);
  if (!/^\d{1,5}$/.test(number)) sent.report(`${sent.name}.number`, 'not-a-number');
  return undefined;
}

function typedAt(sent: Sent, step: string): string {
  const inner = below(sent, step, undefined);
  return inner ? tidied(onlyValue(inner)) : '';
}

function checkedAt(format: Format, { name, report }: Sent, step: string, duration: string): string {
  const fault = faultIn(format, duration);
  if (fault) report(`${name}.${step}`, fault.code, fault.limit);
  return duration;
}

const FORMS = ['period', 'after-event', 'criterion', 'legal-duty'] as const;
/** In which of them a duration is told, and by which name; only a period and one after an event have to have it. */
const DURATION_OF = {
  period: 'period',
  'after-event': 'period',
  criterion: 'atMost',
  'legal-duty': 'period',
} as const;

/** How retention is stated, and the duration in it. A period without a number reads "not stated". */
export const RETENTION_CONTROL: Control = {
  focus: 'number',
  read: (sent) => {
    refuseOthers(sent, ['form', 'number', 'unit', 'iso']);
    const form = typedAt(sent, 'form');
    const duration = readDuration(DURATION, sent);
    if (form === '') {
      if (duration !== undefined) sent.report(`${sent.name}.form`, 'retention-form-missing');
      return undefined;
    }
    const known = FORMS.find((one) => one === form);
    if (!known) {
      sent.report(`${sent.name}.form`, 'not-an-option');
      return undefined;
    }
    if (duration !== undefined) return { form: known, [DURATION_OF[known]]: duration };
    if (known === 'after-event') sent.report(`${sent.name}.number`, 'number-missing');
    return known === 'criterion' || known === 'legal-duty' ? { form: known } : undefined;
  },
  write: (name, value) => {
    const retention = isTree(value) ? value : {};
    const { form } = retention;
    return [
      [`${name}.form`, [typeof form === 'string' ? form : '']],
      ...writeDuration(name, retention['period'] ?? retention['atMost']),
    ];
  },
};
