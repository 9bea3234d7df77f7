import type { SubjectChange } from '../../../src/domain/classify.ts';
import { addDays, type Day } from '../../../src/domain/days.ts';
import type { NoticeDraft, RevisionDraft } from '../../../src/domain/draft.ts';
import type { PublishedNotice } from '../../../src/domain/ledger.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import { Random } from '../random.ts';
import { registerWith, subject, processing, thirdParty, type TestRegister } from '../register.ts';
import { changesFrom, type State } from './facts.ts';
import { NaiveRegister, type Entry } from './naive-register.ts';
import { WISHES, type Wish } from './wishes.ts';

/** A random history as the domain accepted it, beside what a naive keeper of notices wrote down of it. */
export interface History {
  readonly register: TestRegister;
  readonly naive: NaiveRegister;
  /** How often each kind was proposed and accepted. */
  readonly counts: ReadonlyMap<string, { proposed: number; accepted: number }>;
  /** Where the domain and the naive register disagree on whether a draft fits. */
  readonly disagreements: readonly string[];
}

interface Proposal {
  /** What it is, and when it is to happen. */
  readonly kinds: readonly string[];
  readonly draft: NoticeDraft;
}

const FIRST_DAY = '2026-01-10';

/** Proposes drafts at random, on a clock that moves on, until so many notices are published. */
export function randomHistory(seed: number, length: number): History {
  const random = new Random(seed);
  const register = beginning();
  const naive = new NaiveRegister();
  naive.entries.push(entryOf(register, register.ledger.notices[0]?.changes ?? []));
  const counts = new Map<string, { proposed: number; accepted: number }>();
  const disagreements: string[] = [];
  let today = FIRST_DAY;
  for (let tries = 0; naive.entries.length < length && tries < length * 20; tries++) {
    if (random.chance(0.5)) today = addDays(today, random.between(0, 4));
    register.goTo(today);
    const proposal = propose(random, naive, today);
    if (!proposal) continue;
    const { kinds, draft } = proposal;
    const published = register.tryPublish(draft);
    const refused = 'problems' in published;
    if (refused) disagreements.push(...wronglyRefused(naive, proposal, published.problems, today));
    else naive.entries.push(entryOf(register, draft.changes, draft.revises));
    for (const kind of refused ? kinds : [...kinds, ...outcomesOf(published)]) count(counts, kind, !refused);
  }
  disagreements.push(...naive.faultsWith());
  return { register, naive, counts, disagreements };
}

function outcomesOf({ marks, revises }: PublishedNotice): string[] {
  return revises?.action === 'withdraw' && revises.inError ? [...marks, 'published in error'] : marks;
}

function count(counts: Map<string, { proposed: number; accepted: number }>, kind: string, accepted: boolean) {
  const before = counts.get(kind) ?? { proposed: 0, accepted: 0 };
  counts.set(kind, { proposed: before.proposed + 1, accepted: before.accepted + (accepted ? 1 : 0) });
}

function beginning(): TestRegister {
  const parties = ['heroku', 'sentry', 'constructor'].map((id) => {
    const rows = { p1: processing(), p2: processing({ scope: 'websites', role: 'processor' }) };
    return [id, thirdParty(id, rows)] as const;
  });
  return registerWith(Object.fromEntries(parties), FIRST_DAY);
}

/** What the keeper writes down: what was asked for, on the days that the notice was given. */
function entryOf(register: TestRegister, changes: readonly SubjectChange[], revises?: RevisionDraft): Entry {
  const notice = register.ledger.notices.at(-1);
  if (!notice) throw new Error('Nothing was published.');
  const { edition, announcedOn, effectiveOn, objectionDeadline } = notice;
  return {
    edition,
    announcedOn,
    effectiveOn,
    changes,
    ...(revises ? { revises } : {}),
    ...(objectionDeadline === undefined ? {} : { objectionDeadline }),
  };
}

function propose(random: Random, naive: NaiveRegister, today: Day): Proposal | undefined {
  return random.chance(0.3) ? proposeRevision(random, naive, today) : proposeChanges(random, naive, today);
}

function proposeChanges(random: Random, naive: NaiveRegister, today: Day): Proposal | undefined {
  const [timing, day] = random.pick<readonly [string, Day | undefined]>([
    ['as soon as it may', undefined],
    ['at once', today],
    ['soon', addDays(today, random.between(1, 20))],
    ['planned', addDays(today, random.between(31, 120))],
    ['planned', addDays(today, random.between(31, 60))],
    ['late', addDays(today, -random.between(1, 60))],
  ]);
  // Now and then someone starts from what the register says on another day.
  const meant = random.chance(0.1) ? addDays(today, random.between(-30, 90)) : (day ?? addDays(today, 31));
  const states = naive.statesOnEve(meant);
  const kind = random.pick([...Object.keys(WISHES), ...OFTEN]) ?? 'edit';
  const wish = WISHES[kind]?.({ random, states });
  const changes = wish && changesOf(wish, states);
  if (!changes || changes.length === 0) return undefined;
  const draft = {
    changes,
    ...(day === undefined ? {} : { effectiveOn: day }),
    ...(random.chance(0.8) ? { reason: { en: 'Because' } } : {}),
    ...(random.chance(0.2) ? { shortNotice: true } : {}),
  };
  return { kinds: [kind, timing], draft };
}

const OFTEN = ['edit', 'edit', 'edit', 'edit', 'edit', 'addition', 'removal', 'return', 'merger', 'split'];

function changesOf(wish: Wish, states: ReadonlyMap<string, State>): SubjectChange[] {
  return [...wish]
    .map(([key, wanted]) => {
      const [kind = '', id = ''] = key.split('/');
      return { subject: subject(kind as 'third-party', id), fields: changesFrom(states.get(key), wanted) };
    })
    .filter(({ fields }) => fields.length > 0);
}

function proposeRevision(random: Random, naive: NaiveRegister, today: Day): Proposal | undefined {
  const recent = naive.entries.slice(-40);
  const plans = recent.filter(({ revises, effectiveOn }) => !revises && effectiveOn > today);
  const { edition } = random.pick(random.chance(0.7) ? plans : recent) ?? {};
  const entry = edition === undefined ? undefined : naive.entryNow(edition);
  const revises = random.pick([withdrawal, postponement, postponement, amendment])(random, entry);
  return revises && { kinds: [revises.action], draft: { changes: [], revises, reason: { en: 'Because' } } };
}

function withdrawal(_random: Random, entry: Entry | undefined): RevisionDraft | undefined {
  return entry && { action: 'withdraw', edition: entry.edition };
}

function postponement(random: Random, entry: Entry | undefined): RevisionDraft | undefined {
  if (!entry) return undefined;
  return {
    action: 'postpone',
    edition: entry.edition,
    to: addDays(entry.effectiveOn, random.between(1, 60)),
  };
}

function amendment(random: Random, entry: Entry | undefined): RevisionDraft | undefined {
  const texts = (entry?.changes ?? []).flatMap(({ fields }, change) =>
    fields.flatMap((one) =>
      'after' in one && typeof one.after === 'string' && /(purpose|service|condition)\/en$/.test(one.field)
        ? [{ change, field: one.field, before: one.after }]
        : [],
    ),
  );
  const text = random.pick(texts);
  if (!entry || !text) return undefined;
  const { change, field, before } = text;
  const mended = { field, before, after: `${before}, mended` };
  return { action: 'amend', edition: entry.edition, amendments: [{ change, fields: [mended] }] };
}

const MISFITS = ['conflict', 'same-day', 'subject-missing', 'processing-missing'];

/** A draft refused as not fitting must not fit by the naive keeper's lights either. */
function wronglyRefused(
  naive: NaiveRegister,
  { kinds, draft }: Proposal,
  problems: readonly Problem[],
  today: Day,
): string[] {
  const ofFit = problems.every(({ code, at }) => MISFITS.includes(code) && !at?.endsWith('/outdated'));
  const day = draft.revises ? today : draft.effectiveOn;
  if (!ofFit || day === undefined) return [];
  const edition = naive.entries.length + 1;
  const { changes, revises } = draft;
  const entry = { edition, announcedOn: today, effectiveOn: day, changes, ...(revises ? { revises } : {}) };
  return naive.faultsWith(entry).length > 0
    ? []
    : [`${kinds.join(', ')} refused: ${JSON.stringify(problems)}`];
}
