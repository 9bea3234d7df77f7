import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/domain/apply.ts';
import { isSetChange } from '../../src/domain/field-change.ts';
import { canonical } from '../../src/domain/json.ts';
import { SUBJECT_KINDS } from '../../src/domain/subjects/subject.ts';
import { readAt, readsAs, rebased, situationOf } from '../support/rebasing.ts';

const RUNS = { numRuns: 150 };

describe.each(SUBJECT_KINDS)('rebasing changes of any %s', (kind) => {
  test('onto what they were drafted against changes nothing', () => {
    fc.assert(
      fc.property(situationOf(kind), ({ base, drafted }) => {
        const whole = drafted.fields.length > 0 ? [drafted] : [];
        const result = rebased({ base, drafted, now: base });
        expect(result).toMatchObject({ changes: whole, dropped: [], renamed: [] });
        // What a draft takes away in part only, it leaves a part of.
        expect(result.conflicts.filter(({ ours }) => ours !== null)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('loses none of them', () => {
    fc.assert(
      fc.property(situationOf(kind), (situation) => {
        const { changes, conflicts, dropped, renamed } = rebased(situation);
        const back = new Map(renamed.map(({ from, to }) => [`processings/${to}/`, `processings/${from}/`]));
        const named = (field: string): string => {
          const [head] = /^processings\/[^/]+\//.exec(field) ?? [];
          const was = head === undefined ? undefined : back.get(head);
          return was === undefined ? field : was + field.slice(head?.length);
        };
        const found = new Set(
          [...changes.flatMap(({ fields }) => fields), ...conflicts, ...dropped].map(({ field }) =>
            named(field),
          ),
        );
        expect(situation.drafted.fields.filter(({ field }) => !found.has(field))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('leads to what was wanted wherever there is no conflict', () => {
    fc.assert(
      fc.property(situationOf(kind), (situation) => {
        const { changes, conflicts, renamed } = rebased(situation);
        const after = apply(kind, situation.now, changes[0]?.fields ?? []);
        const open = new Set(conflicts.map(({ field }) => field));
        const moved = renamed.map(({ from }) => `processings/${from}/`);
        const settled = situation.drafted.fields
          .filter(({ field }) => !open.has(field) && !moved.some((head) => field.startsWith(head)))
          .filter(({ field }) => field !== 'outdated' || renamed.length === 0);
        expect(settled.filter((field) => !readsAs(kind, after, field))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('starts everywhere from what the register says', () => {
    fc.assert(
      fc.property(situationOf(kind), (situation) => {
        for (const field of rebased(situation).changes.flatMap(({ fields }) => fields)) {
          // That a text still fits is said of one that is not on the list yet.
          if (field.field === 'outdated') continue;
          const found = readAt(kind, situation.now, field.field);
          if (!isSetChange(field)) expect(canonical(found ?? null)).toBe(canonical(field.before));
          else
            expect(
              readsAs(kind, situation.now, { ...field, added: field.removed, removed: field.added }),
            ).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('twice is the same as once', () => {
    fc.assert(
      fc.property(situationOf(kind), (situation) => {
        const once = rebased(situation);
        const [drafted] = once.changes;
        if (!drafted) return;
        expect(rebased({ ...situation, drafted })).toMatchObject({
          changes: [drafted],
          dropped: [],
          renamed: [],
        });
      }),
      RUNS,
    );
  });
});
