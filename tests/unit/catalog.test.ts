import { expect, test } from 'vitest';
import { proposedProcessing, thirdPartyFrom } from '../../src/catalog/third-party-from.ts';
import { vendorNotes } from '../../src/catalog/vendor-notes.ts';
import { vendorsMatching } from '../../src/catalog/vendors-matching.ts';
import { loadContent } from '../../src/content.ts';
import { gapsOf } from '../../src/domain/gaps.ts';
import { normalise } from '../../src/domain/leaves.ts';
import { thirdPartySchema } from '../../src/domain/subjects/third-party.ts';

const content = loadContent();
const vendors = [...content.vendors.values()];

function found(question: string): string[] {
  return vendorsMatching(content, question).map(({ id }) => id);
}

function vendor(id: string) {
  const known = content.vendors.get(id);
  if (!known) throw new Error(`The catalog has no ${id}.`);
  return known;
}

test('the catalog has the vendors that people name first', () => {
  for (const id of ['amazon-web-services', 'heroku', 'postmark', 'zendesk', 'google-analytics', 'stripe'])
    expect(content.vendors.has(id), id).toBe(true);
  expect(vendors.length).toBeGreaterThanOrEqual(81);
});

test('every row says where it comes from, on which day, and asks to be checked', () => {
  for (const one of vendors) {
    const { sources, takenOn, pleaseCheck } = vendorNotes(one);
    expect(sources.length, one.id).toBeGreaterThan(0);
    expect(takenOn, one.id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(pleaseCheck, one.id).toBe(true);
  }
});

test('every row makes a third party that the register would take', () => {
  for (const one of vendors) {
    const whole = {
      ...thirdPartyFrom(one),
      processings: { p1: proposedProcessing(one, 'application', 'subprocessor') },
    };
    expect(thirdPartySchema.safeParse(whole).error, one.id).toBeUndefined();
    expect(normalise('third-party', whole), one.id).toBeDefined();
  }
});

test('what the catalog cannot know is left open, not guessed', () => {
  const slack = vendor('slack');
  const proposed = {
    ...thirdPartyFrom(slack),
    processings: { p1: proposedProcessing(slack, 'application', 'subprocessor') },
  };
  const open = gapsOf(proposed, content.eea).map(({ field }) => field);
  expect(open).toEqual(expect.arrayContaining(['processings/p1/data', 'processings/p1/retention']));
});

test('a purpose is proposed in every language of the interface', () => {
  for (const { id, category } of vendors)
    for (const language of content.messages.keys()) expect(category.purpose[language], id).toBeTruthy();
});

test('a place that the organisation itself has chosen is asked for, not passed over', () => {
  for (const id of ['amazon-web-services', 'slack', 'heroku']) {
    const whole = {
      ...thirdPartyFrom(vendor(id)),
      processings: { p1: proposedProcessing(vendor(id), 'application', 'subprocessor') },
    };
    expect(
      gapsOf(whole, content.eea).map(({ reason }) => reason),
      id,
    ).toContain('locations-stated');
  }
  expect(proposedProcessing(vendor('hetzner'), 'application', 'subprocessor').locations).toHaveLength(3);
});

test('the framework is proposed as a ground only where somebody has seen the vendor on its list', () => {
  expect(proposedProcessing(vendor('github'), 'application', 'subprocessor').safeguards).toEqual([
    {
      ground: 'dpf',
      regime: 'eu',
      rank: 'primary',
      destinations: ['US'],
      reference: '6174',
      validUntil: '2027-08-03',
    },
  ]);
  const notListed = ['supabase', 'formspree', 'mailchimp', 'hetzner'];
  const onlySaid = ['amazon-web-services', 'salesforce', 'snowflake', 'vercel'];
  for (const id of [...notListed, ...onlySaid])
    expect(proposedProcessing(vendor(id), 'application', 'subprocessor').safeguards, id).toBeUndefined();
});

test('a sister company on the list grounds nothing for a vendor of which nothing is known to leave the EEA', () => {
  expect(vendor('ovhcloud').dataPrivacyFramework?.state).toBe('certified');
  expect(proposedProcessing(vendor('ovhcloud'), 'application', 'subprocessor').safeguards).toBeUndefined();
});

test('a vendor is found by its name, another name, its legal entity, what it is for, in any case and without accents', () => {
  expect(found('slack')[0]).toBe('slack');
  expect(found('GMAIL')).toEqual(['google-workspace']);
  expect(found('functional software')).toEqual(['sentry']);
  expect(found('plausible insights ou')).toEqual(['plausible']);
  expect(found('betalingen')).toEqual(['adyen', 'stripe']);
  expect(found('mail')[0]).toMatch(/^mail/);
  expect(found('')).toHaveLength(vendors.length);
  expect(found('no vendor is called this')).toEqual([]);
});
