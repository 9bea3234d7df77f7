import { describe, expect, it } from 'vitest';
import { noticeKind, outcomesOf } from '../../../src/domain/notice-kind.ts';
import type { ThirdParty } from '../../../src/domain/subjects/third-party.ts';
import { processing, registerWith, thirdParty } from '../../support/register.ts';

const own = (name: string, changed: Partial<ThirdParty> = {}): ThirdParty =>
  thirdParty(name, { p1: processing({ scope: 'websites', role: 'processor' }) }, changed);
const gone = (name: string): ThirdParty => ({ ...own(name), processings: {} });

/** What a notice does that leads third parties to these states, and what each of its changes comes to. */
function doing(states: Record<string, ThirdParty>) {
  const register = registerWith({ old: own('Old'), other: own('Other') }).goTo('2026-02-01');
  const notice = register.publish({
    changes: Object.entries(states).map(([id, state]) => register.to('third-party', id, state)),
  });
  return [noticeKind(notice), ...outcomesOf(notice.changes)];
}

describe('what a notice does', () => {
  it('is one change where one comes in the place of another', () => {
    expect(doing({ new: own('New', { replaces: ['old'] }), old: gone('Old') })).toEqual([
      'changed',
      'changed',
    ]);
  });

  it('is an addition beside whatever else goes, unless that is what it replaces', () => {
    expect(doing({ new: own('New'), old: gone('Old') })).toEqual(['added', 'added', 'removed']);
    expect(doing({ new: own('New', { replaces: ['other'] }), old: gone('Old') })).toEqual([
      'added',
      'added',
      'removed',
    ]);
  });

  it('is an addition where what it is to replace stays for now', () => {
    expect(doing({ new: own('New', { replaces: ['old'] }) })).toEqual(['added', 'added']);
  });

  it('is a removal only where nothing else happens', () => {
    expect(doing({ old: gone('Old'), other: gone('Other') })).toEqual(['removed', 'removed', 'removed']);
    expect(doing({ old: gone('Old'), other: own('Another') })).toEqual(['changed', 'removed', 'changed']);
  });

  it('is the beginning in the first edition', () => {
    const first = registerWith({ old: own('Old') }).ledger.notices[0];
    expect(first && noticeKind(first)).toBe('begins');
  });
});
