import { emptyDossier, type Dossier } from '../../dossier/dossier.ts';
import { listDossiers, readDossier } from '../../dossier/read-dossier.ts';
import { thirdPartiesInDrafts, type DraftedThirdParty } from '../../dossier/third-parties-in-drafts.ts';
import { apply } from '../../domain/apply.ts';
import { gapsOf } from '../../domain/gaps.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { thirdPartySchema, type ThirdParty } from '../../domain/subjects/third-party.ts';
import { RegistryError } from '../../errors.ts';
import { noticesAbout } from '../../register/notice-index.ts';
import { thirdPartyOn, type Shown } from '../../register/third-party-on.ts';
import { nameOf } from '../../register/views/party-name.ts';
import type { AdminReader } from '../reader.ts';
import { isLive, type DeskParty, type DeskState } from './desk-party.ts';

/** Every third party that a notice, a draft in the making or a dossier is about, in the order of their names. */
export async function deskParties(reader: AdminReader): Promise<DeskParty[]> {
  const { context, words } = reader;
  const [drafts, dossiers] = await Promise.all([
    thirdPartiesInDrafts(context.database.orm),
    listDossiers(context.database.orm),
  ]);
  const ids = new Set([...toldIn(context.ledger.current()), ...drafts.keys(), ...dossiers.keys()]);
  return [...ids]
    .map((id) => partyOf(reader, id, drafts.get(id) ?? [], dossiers.get(id) ?? emptyDossier(id)))
    .sort((one, other) => words.compare(one.name.text, other.name.text));
}

/**
 * One of them.
 *
 * @throws RegistryError `not-found` when nobody has heard of it
 */
export async function deskParty(reader: AdminReader, id: string): Promise<DeskParty> {
  const { ledger, database } = reader.context;
  const [drafts, dossier] = await Promise.all([
    thirdPartiesInDrafts(database.orm),
    readDossier(database.orm, id),
  ]);
  const drafted = drafts.get(id) ?? [];
  const isTold = noticesAbout(ledger.current(), { kind: 'third-party', id }).length > 0;
  if (!isTold && drafted.length === 0 && dossier.version === 0) throw new RegistryError('not-found', []);
  return partyOf(reader, id, drafted, dossier);
}

/** Withdrawn notices count: their third parties keep their pages. */
function toldIn(ledger: Ledger): string[] {
  return ledger.notices.flatMap(({ changes }) =>
    changes.flatMap(({ subject }) => (subject.kind === 'third-party' ? [subject.id] : [])),
  );
}

function partyOf(
  reader: AdminReader,
  id: string,
  drafts: readonly DraftedThirdParty[],
  dossier: Dossier,
): DeskParty {
  const ledger = reader.context.ledger.current();
  const shown = thirdPartyOn({ known: ledger, day: reader.today }, id);
  const facts = shown?.state ?? draftedFacts(drafts) ?? toldFacts(ledger, id);
  const state = stateOf(ledger, id, shown, drafts);
  return {
    id,
    name: nameOf(reader, facts, id),
    state,
    facts,
    from: shown?.from,
    drafts,
    dossier,
    gaps: facts && isLive({ state }) ? gapsOf(facts, reader.context.content.eea) : [],
  };
}

const STATES = {
  'in-use': 'current',
  planned: 'planned',
  ended: 'ended',
  listed: 'listed',
} as const satisfies Record<Shown['when'], DeskState>;

function stateOf(
  ledger: Ledger,
  id: string,
  shown: Shown | undefined,
  drafts: readonly DraftedThirdParty[],
): DeskState {
  if (shown) return STATES[shown.when];
  if (drafts.length > 0) return 'drafted';
  return noticesAbout(ledger, { kind: 'third-party', id }).length > 0 ? 'listed' : 'kept';
}

/** As the newest draft that begins with nothing has it. */
function draftedFacts(drafts: readonly DraftedThirdParty[]): ThirdParty | undefined {
  return read(drafts[0]?.fields ?? []);
}

/** What a notice said of it that was withdrawn since. */
function toldFacts(ledger: Ledger, id: string): ThirdParty | undefined {
  const [first] = noticesAbout(ledger, { kind: 'third-party', id });
  const change = first?.changes.find(({ subject }) => subject.kind === 'third-party' && subject.id === id);
  return read(change?.fields ?? []);
}

function read(fields: DraftedThirdParty['fields']): ThirdParty | undefined {
  const read = thirdPartySchema.safeParse(apply('third-party', undefined, fields));
  return read.success ? read.data : undefined;
}
