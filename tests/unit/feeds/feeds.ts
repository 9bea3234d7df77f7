import { XMLParser } from 'fast-xml-parser';
import Parser from 'rss-parser';
import type { Ledger } from '../../../src/domain/ledger.ts';
import type { FeedFilter } from '../../../src/feeds/feed-filter.ts';
import { renderFeed } from '../../../src/feeds/render-feed.ts';
import { processing, type TestRegister, thirdParty } from '../../support/register.ts';
import { content, ORIGIN, sixEditions } from '../exports/registers.ts';

export { content, ORIGIN };

export function feed(ledger: Ledger, filter: FeedFilter = {}, language = 'en', publicUrl = ORIGIN): string {
  return renderFeed({ ledger, today: '2026-06-15', content, language, filter, publicUrl });
}

/** The feed as a reader of feeds understands it; its parser takes nothing that is not well-formed. */
export function readAsReader(xml: string): ReturnType<Parser['parseString']> {
  return new Parser().parseString(xml);
}

/** The items of a feed, each as the very text that stands in it. */
export function itemsOf(xml: string): string[] {
  return xml.match(/<item>.*?<\/item>/gs) ?? [];
}

export function editionsIn(xml: string): number[] {
  return itemsOf(xml).map((item) => Number(/<registry:edition>(\d+)</.exec(item)?.[1]));
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name) =>
    ['item', 'category', 'registry:processing', 'registry:change', 'registry:data'].includes(name),
});

export interface ParsedItem {
  readonly title: string;
  readonly description: string;
  readonly link: string;
  readonly guid: { readonly '#text': string; readonly '@isPermaLink': string };
  readonly category: readonly string[];
  readonly pubDate: string;
  readonly [element: `registry:${string}`]: unknown;
}

export interface ParsedChannel {
  readonly title: string;
  readonly description: string;
  readonly link: string;
  readonly lastBuildDate?: string;
  readonly language: string;
  readonly ttl: string;
  readonly 'atom:link': Readonly<Record<string, string>>;
  readonly item?: readonly ParsedItem[];
}

export function parsed(xml: string): ParsedChannel {
  return (parser.parse(xml) as { rss: { channel: ParsedChannel } }).rss.channel;
}

export function itemOf(xml: string, edition: number): ParsedItem {
  const item = parsed(xml).item?.find((one) => one['registry:edition'] === String(edition));
  if (!item) throw new Error(`The feed has no item of edition ${String(edition)}.`);
  return item;
}

/**
 * The six editions, and then whatever might make an earlier item read otherwise: a third party that an item names is
 * renamed, so are a scope and the organisation, another default language, another objection mailbox, an amendment, a
 * withdrawal in error, a field of a processing.
 */
export function eventful(): TestRegister {
  const register = sixEditions();
  register.goTo('2026-03-05');
  const fields = [{ field: 'processings/p1/purpose/en', before: 'Hosting', after: 'Error reports' }];
  register.publish({
    changes: [],
    revises: { action: 'amend', edition: 2, amendments: [{ change: 0, fields }] },
  });
  register.goTo('2026-03-25');
  register.publish({
    changes: [
      register.to('third-party', 'mailchimp', { kind: 'service', name: { und: 'Intuit Mailchimp' } }),
      register.to('scope', 'application', { name: { en: 'The app', nl: 'De app' }, capacity: 'processor' }),
      {
        subject: { kind: 'organisation', id: 'organisation' },
        fields: [
          { field: 'name', before: 'Example B.V.', after: 'Example Group B.V.' },
          { field: 'defaultLanguage', before: 'en', after: 'nl' },
          { field: 'objectionMailbox', before: 'objections@example.com', after: 'bezwaar@example.com' },
        ],
      },
    ],
  });
  register.goTo('2026-04-10');
  register.publish({
    changes: [
      {
        subject: { kind: 'third-party', id: 'heroku' },
        fields: [
          { field: 'processings/p1/data', added: [{ term: 'name' }], removed: [] },
          {
            field: 'processings/p1/retention',
            before: { form: 'period', period: 'P45D' },
            after: { form: 'period', period: 'P1Y' },
          },
        ],
      },
    ],
  });
  register.goTo('2026-04-20');
  register.publish({
    changes: [],
    revises: { action: 'withdraw', edition: 4 },
    reason: { en: 'Brevo was never used.' },
  });
  register.publish({
    changes: [
      register.to(
        'third-party',
        'sentry',
        thirdParty('Sentry', {
          p1: processing({ purpose: { en: 'Errors' }, data: [{ term: 'ip-address' }] }),
        }),
        '2026-06-01',
      ),
    ],
  });
  return register;
}
