import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../actor.ts';
import { loadSampleContent, sampleNames } from '../content.ts';
import type { Sample } from '../content/samples.ts';
import { addDays, dayOf, type Day } from '../domain/days.ts';
import { lastEdition, noticeOf, type Ledger } from '../domain/ledger.ts';
import { registerOn } from '../domain/register-on.ts';
import { RegistryError } from '../errors.ts';
import { originOf, settleOrigin } from '../register/origin.ts';
import { publishNotice } from '../register/publish-notice.ts';
import type { WritingContext } from '../register/writing-context.ts';
import { baselineDraft, stepDraft } from './drafts.ts';

/** The sample that an empty database gets when no other is named. */
export const DEFAULT_SAMPLE = 'smarttrackers';

const SAMPLE_LOADER: Actor = { kind: 'system', id: 'sample' };

/** The hour, in the publisher's zone, at which every notice of a sample is published. */
const OFFICE_OPENS = '09:00';

/**
 * Loads the sample that the configuration asks for into a register that has not begun, and takes up a load that was cut
 * short. Leaves a register of one's own alone.
 *
 * @returns the sample's name when anything was loaded
 * @throws RegistryError `not-found` when the configuration names a sample that does not exist
 */
export async function loadSampleIfEmpty(
  context: WritingContext & { readonly configuration: { readonly sample: string } },
): Promise<string | undefined> {
  const asked = context.configuration.sample;
  if (asked === 'off') return undefined;
  const name = asked === 'auto' ? DEFAULT_SAMPLE : asked;
  const origin = await originOf(context.database.orm);
  const begun = lastEdition(context.ledger.current()) > 0;
  if (origin === undefined ? begun : origin !== `sample:${name}`) return undefined;
  return (await loadSample(context, name)) ? name : undefined;
}

/**
 * Publishes the notices of a sample one after the other, each on its day, by the verb that staff publish with. A process
 * that does the same at the same moment is no harm: a notice that is there already is refused the second time, and both
 * go on to the next.
 *
 * @returns whether anything had to be published
 * @throws RegistryError `not-found`: no such sample; `conflict`: the register is one's own or another sample
 */
export async function loadSample(context: WritingContext, name: string): Promise<boolean> {
  const sample = sampleNamed(name);
  await begin(context, name);
  const editions = 1 + sample.steps.length;
  const first = lastEdition(context.ledger.current()) + 1;
  for (let edition = first; edition <= editions; edition += 1) await publishEdition(context, sample, edition);
  return first <= editions;
}

function sampleNamed(name: string): Sample {
  const known = sampleNames();
  if (known.includes(name)) return loadSampleContent(name);
  throw new RegistryError(
    'not-found',
    [],
    `No sample register is called ${name}. There is: ${known.join(', ')}.`,
  );
}

/** Settles that the register is this sample, unless that is settled. */
async function begin(context: WritingContext, name: string): Promise<void> {
  try {
    await settleOrigin(context, { actor: SAMPLE_LOADER, origin: `sample:${name}` });
  } catch (error) {
    if ((await originOf(context.database.orm)) !== `sample:${name}`) throw error;
    await context.ledger.refresh();
  }
}

async function publishEdition(context: WritingContext, sample: Sample, edition: number): Promise<void> {
  const ledger = context.ledger.current();
  if (lastEdition(ledger) >= edition) return;
  const day = dayOfEdition(sample, edition, loadingDay(context, sample, ledger));
  const step = sample.steps[edition - 2];
  const draft = step ? stepDraft(step, registerOn(ledger, day)) : baselineDraft(sample);
  const clock = { now: () => openingOn(day, sample.organisation.timeZone) };
  try {
    await publishNotice({ ...context, clock }, { actor: SAMPLE_LOADER, draft, gaps: 'accept' });
  } catch (error) {
    // Another process that loads the same sample may have been first with this notice.
    await context.ledger.refresh();
    if (lastEdition(context.ledger.current()) < edition) throw error;
  }
}

/** Today; for a load that began earlier the day on which it did, so that the history keeps its distances. */
function loadingDay({ clock }: WritingContext, sample: Sample, ledger: Ledger): Day {
  const baseline = noticeOf(ledger, 1);
  if (baseline) return addDays(baseline.announcedOn, sample.baseline.daysAgo);
  return dayOf(clock.now(), sample.organisation.timeZone);
}

function dayOfEdition(sample: Sample, edition: number, today: Day): Day {
  const { daysAgo } = edition === 1 ? sample.baseline : (sample.steps[edition - 2] ?? { daysAgo: 0 });
  return addDays(today, -daysAgo);
}

function openingOn(day: Day, timeZone: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: OFFICE_OPENS }).toInstant();
}
