import { describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { loadContent } from '../../src/content.ts';
import { verifyChain } from '../../src/domain/chain.ts';
import { addDays, addPeriod } from '../../src/domain/days.ts';
import { lastEdition, noticeOf, type Ledger, type PublishedNotice } from '../../src/domain/ledger.ts';
import { lifecycleOf } from '../../src/domain/lifecycle.ts';
import { effectsOf } from '../../src/domain/notice.ts';
import { registerOn } from '../../src/domain/register-on.ts';
import type { Processing } from '../../src/domain/subjects/processing.ts';
import { openLedger } from '../../src/ledger-keeper.ts';
import { publishNotice } from '../../src/register/publish-notice.ts';
import { settleOrigin } from '../../src/register/origin.ts';
import type { WritingContext } from '../../src/register/writing-context.ts';
import { loadSample, loadSampleIfEmpty } from '../../src/sample/load-sample.ts';
import { baselineDraft } from '../../src/sample/drafts.ts';
import { loadSampleContent } from '../../src/content.ts';
import { useBench, type Bench } from '../db/support/bench.ts';
import type { Place } from '../db/support/place.ts';

const TODAY = '2026-11-22';
const content = loadContent();

type SampleContext = WritingContext & { configuration: { sample: string } };

async function contextAt(bench: Bench, place: Place, sample = 'auto', at = TODAY): Promise<SampleContext> {
  const database = await bench.database(place);
  const log = { error: () => undefined, info: () => undefined };
  const ledger = await openLedger({ database, log, lookEvery: 60_000 });
  bench.afterwards(() => ledger.close());
  const clock = { now: () => Temporal.Instant.from(`${at}T15:30:00Z`) };
  return { clock, content, database, ledger, log, configuration: { sample } };
}

async function loaded(bench: Bench): Promise<Ledger> {
  const context = await contextAt(bench, await bench.place('a file'));
  await loadSampleIfEmpty(context);
  return context.ledger.current();
}

function notice(ledger: Ledger, edition: number): PublishedNotice {
  const found = noticeOf(ledger, edition);
  if (!found) throw new Error(`No notice ${String(edition)}.`);
  return found;
}

function typesOf(ledger: Ledger, edition: number): string[] {
  return [...new Set(effectsOf(notice(ledger, edition)).flatMap(({ types }) => types))].sort();
}

describe('the sample register', () => {
  const bench = useBench();

  it('has six notices, each on its day before the day of loading, published at nine in Amsterdam', async () => {
    const ledger = await loaded(bench);
    const days = [-400, -300, -200, -90, -60, -10].map((distance) => addDays(TODAY, distance));
    expect(ledger.notices.map(({ announcedOn }) => announcedOn)).toEqual(days);
    const hours = ledger.notices.map(({ publishedAt }) =>
      Temporal.Instant.from(publishedAt).toZonedDateTimeISO('Europe/Amsterdam').toPlainTime().toString(),
    );
    expect(new Set(hours)).toEqual(new Set(['09:00:00']));
    expect(verifyChain(ledger.notices.map(({ row }) => row))).toEqual([]);
  });

  it('says in its first edition which sample it is', async () => {
    const ledger = await loaded(bench);
    expect(ledger.notices.map(({ sample }) => sample)).toEqual(['smarttrackers', ...Array<undefined>(5)]);
    expect(notice(ledger, 1).marks).toEqual(['baseline']);
  });

  it('replaces Mailchimp by Campaign Monitor in one notice, told without a period', async () => {
    const ledger = await loaded(bench);
    const replaced = notice(ledger, 2);
    expect(replaced.class).toBe('told');
    expect(typesOf(ledger, 2)).toEqual(['added', 'removed']);
    const after = registerOn(ledger, replaced.effectiveOn).thirdParties;
    expect(after.get('campaign-monitor')?.replaces).toEqual(['mailchimp']);
    expect(after.get('mailchimp')?.processings).toBeUndefined();
    expect(after.get('mailchimp')?.name).toEqual({ und: 'Mailchimp' });
  });

  it('adds Vimeo, renames the company behind MemCached Cloud, and mends a wording', async () => {
    const ledger = await loaded(bench);
    expect([3, 4, 5].map((edition) => typesOf(ledger, edition))).toEqual([
      ['added'],
      ['renamed'],
      ['wording'],
    ]);
    expect([3, 4, 5].map((edition) => notice(ledger, edition).class)).toEqual(['told', 'told', 'editorial']);
  });

  it('plans Sentry with thirty days of notice, so that one can object when the sample is first seen', async () => {
    const ledger = await loaded(bench);
    const planned = notice(ledger, 6);
    expect(planned.class).toBe('needs-notice');
    expect(planned.objectionDeadline).toBe(addPeriod(planned.announcedOn, 'P30D'));
    expect(planned.effectiveOn).toBe(addDays(addPeriod(planned.announcedOn, 'P30D'), 1));
    expect(lifecycleOf(ledger, 6, TODAY)?.state).toBe('objection-open');
    expect(registerOn(ledger, TODAY).thirdParties.has('sentry')).toBe(false);
  });

  it('looks the same whenever it is loaded, apart from days, ids and random bytes', async () => {
    const early = await loaded(bench);
    const context = await contextAt(bench, await bench.place('a file'), 'smarttrackers', '2031-03-30');
    await loadSampleIfEmpty(context);
    const late = context.ledger.current();
    const plain = (ledger: Ledger) =>
      ledger.notices.map(({ changes, labels, marks, revises }) => ({ changes, labels, marks, revises }));
    expect(plain(late)).toEqual(plain(early));
    expect(late.notices.map(({ announcedOn }) => announcedOn).at(-1)).toBe('2031-03-20');
  });

  it('leaves not stated what the statement does not say', async () => {
    const { thirdParties } = registerOn(await loaded(bench), TODAY);
    const row = (id: string, processing: string): Processing | undefined =>
      thirdParties.get(id)?.processings?.[processing];
    expect(thirdParties.get('hirefire')?.entity).toBeUndefined();
    expect(thirdParties.get('visma-connect')?.entity).toEqual({ country: 'NO' });
    for (const [id, processing] of [
      ['authy', 'two-factor'],
      ['vimeo', 'videos'],
      ['google-workspace', 'office'],
      ['campaign-monitor', 'newsletter'],
    ] as const)
      expect(row(id, processing)?.retention).toBeUndefined();
    const stated = [...thirdParties].flatMap(([id, { processings = {} }]) =>
      Object.values(processings).some(({ locations }) => locations) ? [id] : [],
    );
    expect(stated.sort()).toEqual(['amazon-s3', 'postmark']);
    const named = [...thirdParties].flatMap(([id, { processings = {} }]) =>
      Object.entries(processings).flatMap(([key, { subjects }]) => (subjects ? [`${id}/${key}`] : [])),
    );
    expect(named.sort()).toEqual([
      'amazon-s3/file-recovery',
      'authy/two-factor',
      'google-workspace/office',
      'transip/contact-form',
      'zendesk/questions',
    ]);
  });

  it('has every text in English and in Dutch', async () => {
    const ledger = await loaded(bench);
    const texts = JSON.stringify(ledger.notices.map(({ changes, reason }) => ({ changes, reason })));
    const fields = ledger.notices.flatMap(({ changes }) =>
      changes.flatMap(({ fields }) => fields.map(({ field }) => field)),
    );
    const english = fields.filter((field) => field.endsWith('/en')).map((field) => field.slice(0, -3));
    const dutch = fields.filter((field) => field.endsWith('/nl')).map((field) => field.slice(0, -3));
    expect(dutch).toEqual(english);
    expect(texts).not.toContain('smarttrackers');
  });

  it('has three scopes with the capacity in which the organisation acts there', async () => {
    const { scopes } = registerOn(await loaded(bench), TODAY);
    expect([...scopes].map(([id, { capacity }]) => [id, capacity]).sort()).toEqual([
      ['application', 'processor'],
      ['organisation', 'controller'],
      ['websites', 'controller'],
    ]);
  });
});

describe('loading a sample', () => {
  const bench = useBench();

  it('does it once: a second start changes nothing', async () => {
    const place = await bench.place('a file');
    expect(await loadSampleIfEmpty(await contextAt(bench, place))).toBe('smarttrackers');
    const again = await contextAt(bench, place);
    expect(await loadSampleIfEmpty(again)).toBeUndefined();
    expect(lastEdition(again.ledger.current())).toBe(6);
  });

  it('loads it once when two start at the same moment', async () => {
    const place = await bench.place('a file');
    const [first, second] = [await contextAt(bench, place), await contextAt(bench, place)];
    await Promise.all([loadSampleIfEmpty(first), loadSampleIfEmpty(second)]);
    await Promise.all([first.ledger.refresh(), second.ledger.refresh()]);
    expect(lastEdition(first.ledger.current())).toBe(6);
    expect(second.ledger.version()).toBe(first.ledger.version());
  });

  it('takes up a load that was cut short, at the distances it began with', async () => {
    const place = await bench.place('a file');
    const cut = await contextAt(bench, place);
    await settleOrigin(cut, { actor: { kind: 'system', id: 'sample' }, origin: 'sample:smarttrackers' });
    const sample = loadSampleContent('smarttrackers');
    const clock = { now: () => Temporal.Instant.from('2025-10-18T07:00:00Z') };
    const draft = baselineDraft(sample);
    await publishNotice(
      { ...cut, clock },
      { actor: { kind: 'system', id: 'sample' }, draft, gaps: 'accept' },
    );
    const next = await contextAt(bench, place, 'auto', '2026-12-24');
    expect(await loadSampleIfEmpty(next)).toBe('smarttrackers');
    expect(next.ledger.current().notices.map(({ announcedOn }) => announcedOn)).toEqual(
      [-400, -300, -200, -90, -60, -10].map((distance) => addDays(TODAY, distance)),
    );
  });

  it('leaves a register of one’s own alone, empty or not', async () => {
    const context = await contextAt(bench, await bench.place('a file'));
    await settleOrigin(context, { actor: { kind: 'system', id: 'command-line' }, origin: 'own' });
    expect(await loadSampleIfEmpty(context)).toBeUndefined();
    expect(lastEdition(context.ledger.current())).toBe(0);
    await expect(loadSample(context, 'smarttrackers')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('loads nothing when it is off', async () => {
    const context = await contextAt(bench, await bench.place('a file'), 'off');
    expect(await loadSampleIfEmpty(context)).toBeUndefined();
    expect(lastEdition(context.ledger.current())).toBe(0);
  });

  it('names the samples there are when the one asked for does not exist', async () => {
    const context = await contextAt(bench, await bench.place('a file'), 'no-such');
    await expect(loadSampleIfEmpty(context)).rejects.toThrow(
      'No sample register is called no-such. There is: smarttrackers.',
    );
  });
});
