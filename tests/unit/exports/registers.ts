import { loadContent, loadSampleContent } from '../../../src/content.ts';
import { addDays } from '../../../src/domain/days.ts';
import { registerOn } from '../../../src/domain/register-on.ts';
import { baselineDraft, stepDraft } from '../../../src/sample/drafts.ts';
import { registerFile, renderJson, type JsonQuery } from '../../../src/exports/render-json.ts';
import { addresses } from '../../../src/language/addresses.ts';
import type { Day } from '../../../src/domain/days.ts';
import type { RegisterFile } from '../../../src/exports/register-schema.ts';
import { processing, registerWith, TestRegister, thirdParty } from '../../support/register.ts';

export const ORIGIN = 'https://subprocessors.example.com';

export const ADDRESSES = addresses(ORIGIN, 'en', 'en');

export const EEA: ReadonlySet<string> = new Set(['NL', 'DE', 'IE', 'NO']);

export const content = loadContent();

/**
 * A register of six editions: a baseline on 10 January 2026; on 1 February Sentry is announced (in effect 4 March), on
 * 5 February postponed to 20 March; on 10 February Mailchimp is removed at once from the websites and Brevo added there;
 * on 15 February Heroku's purpose is mended and on 1 March Vimeo, planned, is withdrawn again.
 */
export function sixEditions(): TestRegister {
  const register = registerWith({
    heroku: thirdParty('Heroku', {
      p1: processing({
        purpose: { en: 'Hosting', nl: 'Hosting' },
        locations: [{ kind: 'storage', place: 'country', country: 'US' }],
        safeguards: [
          { ground: 'dpf', regime: 'eu', rank: 'primary', reference: '1234' },
          {
            ground: 'scc',
            regime: 'eu',
            rank: 'fallback',
            modules: ['3'],
            copy: { en: 'Ask privacy@example.com' },
          },
        ],
        data: [{ term: 'email-address' }, { term: 'ip-address', certainty: 'possible' }],
        subjects: [{ term: 'customers' }],
      }),
    }),
    mailchimp: thirdParty('Mailchimp', { p1: processing({ scope: 'websites', role: 'processor' }) }),
  });
  register.goTo('2026-02-01');
  register.publish({
    changes: [
      register.to(
        'third-party',
        'sentry',
        thirdParty('Sentry', { p1: processing({ data: [{ term: 'ip-address' }] }) }),
      ),
    ],
    reason: { en: 'Errors are found sooner.' },
  });
  register.goTo('2026-02-05');
  register.publish({ changes: [], revises: { action: 'postpone', edition: 2, to: '2026-03-20' } });
  register.goTo('2026-02-10');
  register.publish({
    changes: [
      register.to('third-party', 'mailchimp', { kind: 'service', name: { und: 'Mailchimp' } }),
      register.to(
        'third-party',
        'brevo',
        thirdParty(
          'Brevo',
          { p1: processing({ scope: 'websites', role: 'processor' }) },
          { replaces: ['mailchimp'] },
        ),
      ),
    ],
  });
  register.goTo('2026-02-15');
  register.publish({
    changes: [
      {
        subject: { kind: 'third-party', id: 'heroku' },
        fields: [
          {
            field: 'processings/p1/purpose/en',
            before: 'Hosting',
            after: 'Hosting of the app',
            wording: true,
          },
        ],
      },
    ],
  });
  register.goTo('2026-03-01');
  register.publish({
    changes: [register.to('third-party', 'vimeo', thirdParty('Vimeo', { p1: processing() }))],
  });
  register.publish({ changes: [], revises: { action: 'withdraw', edition: 6 } });
  return register;
}

/** The sample with its history, as it is on 22 November 2026. */
export function sampleRegister(): TestRegister {
  const sample = loadSampleContent('smarttrackers');
  const register = new TestRegister();
  for (const [index, { daysAgo }] of [sample.baseline, ...sample.steps].entries()) {
    const day = addDays('2026-11-22', -daysAgo);
    const step = sample.steps[index - 1];
    register.goTo(day);
    register.publish(step ? stepDraft(step, registerOn(register.ledger, day)) : baselineDraft(sample));
  }
  return register;
}

export function jsonText(register: Pick<TestRegister, 'ledger'>, today: Day, query: JsonQuery = {}): string {
  return renderJson({ ledger: register.ledger, today, query, addresses: ADDRESSES, eea: EEA });
}

export function jsonFile(
  register: Pick<TestRegister, 'ledger'>,
  today: Day,
  query: JsonQuery = {},
): RegisterFile {
  return registerFile({ ledger: register.ledger, today, query, addresses: ADDRESSES, eea: EEA });
}
