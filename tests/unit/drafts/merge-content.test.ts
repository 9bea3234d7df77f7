import { describe, expect, test } from 'vitest';
import type { ChangesContent, DraftContent } from '../../../src/drafts/draft-content.ts';
import { mergeContent } from '../../../src/drafts/merge-content.ts';
import { subject } from '../../support/register.ts';

const change = (id: string, after: string): ChangesContent['changes'][number] => ({
  subject: subject('third-party', id),
  fields: [{ field: 'entity/name', before: null, after }],
});

const base: ChangesContent = { kind: 'changes', changes: [change('one', 'One'), change('two', 'Two')] };

function merge(ours: Partial<ChangesContent>, theirs: Partial<ChangesContent>) {
  return mergeContent({ base, ours: { ...base, ...ours }, theirs: { ...base, ...theirs } });
}

describe('two edits of one version', () => {
  test('are both kept when they are about different subjects', () => {
    const ours = [change('one', 'Ours'), change('two', 'Two')];
    const theirs = [change('two', 'Theirs'), change('one', 'One')];
    expect(merge({ changes: ours }, { changes: theirs })?.kind).toBe('changes');
    expect(merge({ changes: ours }, { changes: theirs })).toEqual({
      kind: 'changes',
      changes: [change('two', 'Theirs'), change('one', 'Ours')],
    });
  });

  test('are both kept when one adds a subject and the other takes another out', () => {
    const ours = [...base.changes, change('three', 'Three')];
    expect(merge({ changes: ours }, { changes: [change('one', 'One')] })).toEqual({
      kind: 'changes',
      changes: [change('one', 'One'), change('three', 'Three')],
    });
  });

  test('are both kept when a third party has an id that every object knows', () => {
    const argued = { arguments: { constructor: 'The contract comes next week.' } };
    expect(merge(argued, { effectiveOn: '2027-03-01' })).toEqual({
      ...base,
      ...argued,
      effectiveOn: '2027-03-01',
    });
    expect(
      mergeContent({ base: { ...base, ...argued }, ours: base, theirs: { ...base, ...argued } }),
    ).toEqual(base);
  });

  test('are one when they are alike', () => {
    const changes = [change('one', 'Both')];
    expect(merge({ changes }, { changes })).toEqual({ kind: 'changes', changes });
  });

  test('cannot be told apart when both change one subject, or one takes out what the other changes', () => {
    const ours = { changes: [change('one', 'Ours'), change('two', 'Two')] };
    expect(merge(ours, { changes: [change('one', 'Theirs'), change('two', 'Two')] })).toBeUndefined();
    expect(merge(ours, { changes: [change('two', 'Two')] })).toBeUndefined();
  });

  test('are both kept when they are about the day, the reason, the notice and the arguments', () => {
    expect(
      merge(
        { effectiveOn: '2026-03-01', arguments: { one: 'Ours' } },
        { reason: { en: 'Theirs' }, shortNotice: true, arguments: { two: 'Theirs' } },
      ),
    ).toEqual({
      ...base,
      effectiveOn: '2026-03-01',
      reason: { en: 'Theirs' },
      shortNotice: true,
      arguments: { two: 'Theirs', one: 'Ours' },
    });
  });

  test.each<[string, Partial<ChangesContent>, Partial<ChangesContent>]>([
    ['the day', { effectiveOn: '2026-03-01' }, { effectiveOn: '2026-03-02' }],
    ['the reason', { reason: { en: 'Ours' } }, { reason: { en: 'Theirs' } }],
    ['an argument', { arguments: { one: 'Ours' } }, { arguments: { one: 'Theirs' } }],
  ])('cannot be told apart when both change %s', (_, ours, theirs) => {
    expect(merge(ours, theirs)).toBeUndefined();
  });

  test('of a revision are one whole', () => {
    const postpone = (to?: string): DraftContent => ({ kind: 'postpone', edition: 2, ...(to ? { to } : {}) });
    const first = postpone();
    const three = (ours: DraftContent, theirs: DraftContent) => mergeContent({ base: first, ours, theirs });
    expect(three(postpone('2026-03-01'), first)).toEqual(postpone('2026-03-01'));
    expect(three(first, postpone('2026-03-01'))).toEqual(postpone('2026-03-01'));
    expect(three(postpone('2026-03-01'), postpone('2026-03-02'))).toBeUndefined();
    expect(three({ kind: 'withdraw', edition: 2 }, postpone('2026-03-02'))).toBeUndefined();
  });
});
