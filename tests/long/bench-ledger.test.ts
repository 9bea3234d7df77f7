import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../src/domain/chain.ts';
import { problemsOfTimeline } from '../../src/domain/check-timeline.ts';
import { noticeSchema, type Notice } from '../../src/domain/notice.ts';
import { timelineOf } from '../../src/domain/timeline.ts';
import { generateLedger } from '../bench/generate.ts';

describe('the ledger that the bench measures with', () => {
  const until = Temporal.PlainDate.from('2026-03-01');
  const rows = [...generateLedger({ notices: 400, thirdParties: 150, until })];
  const notices = rows.map((row) => JSON.parse(row.payload) as Notice);

  it('is a chain without a break, of notices in the right form', () => {
    expect(verifyChain(rows)).toEqual([]);
    for (const notice of notices) expect(noticeSchema.safeParse(notice).error).toBeUndefined();
    expect(notices.at(-1)?.announcedOn).toBe('2026-03-01');
  });

  it('has no notice that another stands in the way of', () => {
    const line = timelineOf(notices);
    const subjects = notices.flatMap(({ changes }) => changes.map(({ subject }) => subject));
    expect(problemsOfTimeline(line, subjects)).toEqual([]);
  });

  it('has notices of many kinds, revisions among them', () => {
    const actions = new Set(notices.map(({ revises }) => revises?.action));
    expect(actions).toEqual(new Set([undefined, 'postpone', 'withdraw']));
    const types = new Set(
      notices.flatMap(({ changes }) =>
        changes.flatMap(({ effects }) => effects.flatMap((effect) => effect.types)),
      ),
    );
    expect(types.size).toBeGreaterThan(4);
  });

  it('is the same each time', () => {
    const again = [...generateLedger({ notices: 400, thirdParties: 150, until })];
    expect(again.at(-1)?.hash).toBe(rows.at(-1)?.hash);
  });
});
