import type { Finding } from './goals.ts';
import type { SizeResult } from './growth.ts';
import type { SampleResult } from './sample.ts';
import type { Spread } from './statistics.ts';

/** A table in plain text: the first column to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const cell = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

function withDeviation({ median, deviation }: Spread, digits: number): string {
  return `${median.toFixed(digits)} ±${deviation.toFixed(digits)}`;
}

export function speedTable({ speed }: SampleResult): string {
  const rows = speed.map(({ path, form, bytes, ours, bare, ratio }) => [
    `${path} ${form}`,
    count(bytes),
    `${count(ours.median)} ±${count(ours.deviation)}`,
    `${count(bare.median)} ±${count(bare.deviation)}`,
    withDeviation(ratio, 2),
    `${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)}`,
  ]);
  return table([['address and form', 'bytes', 'answers/s', 'bare node:http', 'ratio', 'from–to'], ...rows]);
}

export function growthTable(results: readonly SizeResult[]): string {
  const pages = Object.keys(results[0]?.cold ?? {});
  const sizes = results.map(({ notices }) => `${count(notices)} notices`);
  const cold = pages.map((what) => [
    `${what}, made anew (ms)`,
    ...results.map(({ cold: { [what]: time } }) => (time ? withDeviation(time, 1) : '–')),
  ]);
  return table([
    ['', ...sizes],
    ...cold,
    ['start to first answer (ms)', ...results.map(({ firstAnswer }) => count(firstAnswer))],
    ['memory (MB)', ...results.map(({ memory }) => count(memory))],
  ]);
}

const DIGITS = { 'of bare': 2, MB: 0, ms: 0, times: 2 } as const;

export function findingsTable(findings: readonly Finding[]): string {
  const rows = findings.map(({ what, value, unit, goal, met }) => [
    what,
    `${value.toFixed(DIGITS[unit])} ${unit}`,
    goal === undefined ? '' : `goal ${String(goal)}`,
    met === undefined ? '' : met ? 'met' : 'NOT MET',
  ]);
  return table([['', 'found', 'goal', ''], ...rows]);
}
