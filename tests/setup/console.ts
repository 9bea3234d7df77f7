import { afterEach, beforeEach, expect, vi } from 'vitest';

/**
 * What is written to the console as an error or a warning, and that no test asked for, fails the test:
 * a fault that is only printed is a fault nobody sees. A test that expects one spies on the console itself.
 */
let heard: string[] = [];
let restore = (): void => undefined;

function listen(method: 'error' | 'warn'): () => void {
  const spy = vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
    heard.push(`console.${method}: ${words.map(String).join(' ')}`);
  });
  return () => {
    spy.mockRestore();
  };
}

beforeEach(() => {
  heard = [];
  const restores = [listen('error'), listen('warn')];
  restore = () => {
    for (const one of restores) one();
  };
});

afterEach(() => {
  restore();
  expect(heard, 'written to the console unexpectedly').toEqual([]);
});
