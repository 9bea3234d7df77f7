import { expect, test } from 'vitest';
import { lifecycleOf } from '../../../src/domain/lifecycle.ts';
import { registerOn } from '../../../src/domain/register-on.ts';
import { verifyChain } from '../../../src/domain/chain.ts';
import { periodsOfUse } from '../../../src/domain/uses.ts';
import { planRedaction } from '../../../src/domain/redaction.ts';
import { processing, registerWith, thirdParty } from '../../support/register.ts';

test('a planned addition changes nothing before its day', () => {
  const register = registerWith({ heroku: thirdParty('Heroku', { p1: processing() }) });
  register.goTo('2026-02-01');
  const notice = register.publish({
    changes: [register.to('third-party', 'sentry', thirdParty('Sentry', { p1: processing() }))],
  });
  expect(notice).toMatchObject({
    class: 'needs-notice',
    effectiveOn: '2026-03-04',
    objectionDeadline: '2026-03-03',
    marks: [],
  });
  expect(registerOn(register.ledger, '2026-03-03').thirdParties.size).toBe(1);
  expect(registerOn(register.ledger, '2026-03-04').thirdParties.size).toBe(2);
  expect(lifecycleOf(register.ledger, 2, '2026-02-10')?.state).toBe('objection-open');
  register.goTo('2026-02-05');
  const postponed = register.publish({
    changes: [],
    revises: { action: 'postpone', edition: 2, to: '2026-03-20' },
  });
  expect(postponed.class).toBe('told');
  expect(periodsOfUse(register.ledger, 'sentry')).toEqual([{ from: '2026-03-20' }]);
  register.publish({ changes: [], revises: { action: 'withdraw', edition: 2 } });
  expect(register.refusals({ changes: [], revises: { action: 'withdraw', edition: 2 } })).toEqual([
    'already-withdrawn',
  ]);
  expect(registerOn(register.ledger, '2026-04-04').thirdParties.size).toBe(1);
  expect(verifyChain(register.rows())).toEqual([]);
  const plan = planRedaction(register.ledger, 'Heroku', '2026-05-01');
  expect(plan).toMatchObject({ rows: [{ edition: 1 }] });
  expect(planRedaction(register.ledger, 'heroku', '2026-05-01')).toMatchObject({
    problems: [{ code: 'not-free-text' }],
  });
});
