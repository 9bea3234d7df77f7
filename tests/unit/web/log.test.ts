import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createLog, type LogLevel } from '../../../src/log.ts';

const clock = { now: () => Temporal.Instant.from('2026-03-01T12:00:00Z') };

function linesAt(level: LogLevel): { lines: string[]; log: ReturnType<typeof createLog> } {
  const lines: string[] = [];
  return { lines, log: createLog({ level, clock, write: (line) => lines.push(line) }) };
}

describe('the log', () => {
  it('is one JSON line an event', () => {
    const { lines, log } = linesAt('info');
    log.info('listening', { address: 'http://127.0.0.1:4321' });
    expect(lines).toEqual([
      '{"at":"2026-03-01T12:00:00.000Z","level":"info","event":"listening","address":"http://127.0.0.1:4321"}\n',
    ]);
  });

  it.each([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['silent', []],
  ] as const)('at level %s has %j', (level, written) => {
    const { lines, log } = linesAt(level);
    for (const event of ['debug', 'info', 'warn', 'error'] as const) log[event](event);
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(written);
    expect(log.writes('debug')).toBe(level === 'debug');
  });

  it('tells an error with what caused it', () => {
    const { lines, log } = linesAt('error');
    log.error('failed', {
      error: new Error('outer', { cause: new Error('inner\nof two lines') }),
      count: 3n,
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toContain('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      error: { message: 'outer', cause: { message: 'inner\nof two lines' } },
      count: '3',
    });
  });
});
