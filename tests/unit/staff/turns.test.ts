import { expect, test } from 'vitest';
import { Turns } from '../../../src/staff/turns.ts';

/** Work that is over when told, and what happened so far. */
function workshop() {
  const turns = new Turns();
  const told: string[] = [];
  const begin = (kind: string, name: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const done = turns.take(kind, () => {
      told.push(name);
      return promise;
    });
    return { done, resolve, reject };
  };
  return { told, begin };
}

test('work of one kind is done one after the other, and other work meanwhile', async () => {
  const { told, begin } = workshop();
  const [first, second, other] = [begin('a', 'first'), begin('a', 'second'), begin('b', 'other')];
  other.resolve(undefined);
  await other.done;
  expect(told).toEqual(['first', 'other']);
  first.resolve(undefined);
  second.resolve(undefined);
  await second.done;
  expect(told).toEqual(['first', 'other', 'second']);
});

test('work that fails keeps nobody waiting, and fails for nobody else', async () => {
  const { begin } = workshop();
  const [first, second] = [begin('a', 'first'), begin('a', 'second')];
  first.reject(new Error('broken'));
  second.resolve(undefined);
  await expect(first.done).rejects.toThrow('broken');
  await expect(second.done).resolves.toBeUndefined();
});
