import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { EMPTY_LEDGER } from '../../../src/domain/ledger.ts';
import { lookFiles } from '../../../src/look/look-files.ts';
import type { KeptLook } from '../../../src/look/look-keeper.ts';
import { OWN_LOOK, type Look } from '../../../src/look/look.ts';
import { readLogo } from '../../../src/look/read-logo.ts';
import type { Entry } from '../../../src/web/entry.ts';
import { Generations } from '../../../src/web/generation.ts';
import { withLook } from '../../../src/web/look-entries.ts';

const SVG = readLogo(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1"/>'));

/** A look that a test changes as it likes. */
function changing(): { current: () => KeptLook; version: () => number; set: (look: Partial<Look>) => void } {
  let kept: KeptLook = { ...OWN_LOOK, files: {} };
  return {
    current: () => kept,
    version: () => kept.version,
    set: (change) => {
      const look = { ...OWN_LOOK, ...change, version: kept.version + 1 };
      kept = { ...look, files: lookFiles(look) };
    },
  };
}

function headersOf(entry: Entry | undefined): Record<string, string> {
  const flat = entry?.identity.headers ?? [];
  return Object.fromEntries(flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? '']] : [])));
}

describe('the files of a look', () => {
  it('stand beside those of the build, under addresses that change with what is in them', () => {
    const look = changing();
    const files = withLook(new Map(), look, 'https://subprocessors.example.com');
    look.set({ accent: '#e30613', logos: { light: SVG } });
    const { sheet, light } = look.current().files;
    expect(headersOf(files.get(sheet?.path ?? ''))).toMatchObject({
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
    expect(files.get(light?.path ?? '')?.identity.body).toEqual(Buffer.from(SVG.bytes));
    expect(files.get('/logo-0000000000000000.svg')).toBeUndefined();
  });

  it('can do nothing when somebody opens them by themselves, though they are drawings', () => {
    const look = changing();
    const files = withLook(new Map(), look, 'https://subprocessors.example.com');
    look.set({ logos: { light: SVG } });
    expect(headersOf(files.get(look.current().files.light?.path ?? ''))).toMatchObject({
      'Content-Type': 'image/svg+xml',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      'X-Content-Type-Options': 'nosniff',
    });
  });

  it('are still there for a page that was read just before the look changed, and then are not', () => {
    const look = changing();
    const files = withLook(new Map(), look, 'https://subprocessors.example.com');
    look.set({ accent: '#e30613' });
    const path = look.current().files.sheet?.path ?? '';
    expect(files.get(path)).toBeDefined();
    look.set({ accent: '#00a3e0' });
    expect(files.get(path)).toBeDefined();
    look.set({ accent: '#663399' });
    expect(files.get(path)).toBeUndefined();
  });
});

describe('a change of the look', () => {
  it('begins a generation, so that nothing that was made before is sent any more', () => {
    const look = changing();
    let begun = 0;
    const generations = new Generations(
      {
        clock: { now: () => Temporal.Instant.from('2026-01-10T11:00:00Z') },
        ledger: { current: () => EMPTY_LEDGER, version: () => '0' },
        look,
        content: { messages: new Map([['en', {}]]), vocabularies: { data: new Map() } },
      },
      () => (begun += 1),
    );
    generations.current();
    generations.current();
    expect(begun).toBe(1);
    look.set({ accent: '#e30613' });
    expect(generations.current()).toBe(generations.current());
    expect(begun).toBe(2);
  });
});
