import { readDossier } from '../../dossier/read-dossier.ts';
import { saveDossier } from '../../dossier/save-dossier.ts';
import type { DossierValues } from '../../dossier/dossier.ts';
import type { ReceivedForm } from '../../forms/received-form.ts';
import { refusal, type Handled, type Handler } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { actorOf, type AdminReader } from '../reader.ts';
import { readDossierEntry, sentTexts, textsOf } from './dossier-entry.ts';
import { afterChoices } from './dossier-conflict.ts';
import { possibleOwners } from './owners.ts';

/** What the form of a dossier does. */
export function dossierHandlers(reader: AdminReader, id: string) {
  return { save: (form) => saveForm(reader, id, form) } satisfies Readonly<Record<string, Handler>>;
}

async function saveForm(reader: AdminReader, id: string, form: ReceivedForm): Promise<Handled> {
  const { context, words, addresses } = reader;
  const version = versionIn(form);
  if (version === undefined) return refusal([{ field: '', message: words.t('dossier.error.version') }]);
  const before = await readDossier(context.database.orm, id);
  const owners = await possibleOwners(context, before.values.owner);
  const sent = sentTexts(form);
  // Choices are about the version that was shown beside them; should there be another by now, all are asked anew.
  const texts = version === before.version ? afterChoices(form, sent, textsOf(before.values)) : sent;
  const entry = readDossierEntry(words, texts, new Set(owners.map((owner) => owner.id)));
  if ('problems' in entry) return refusal(entry.problems);
  await save(entry.values, version);
  return adminAddresses(addresses).thirdParty(id, { done: 'dossier-saved' });

  async function save(values: DossierValues, from: number): Promise<void> {
    await saveDossier(context, { actor: actorOf(reader), thirdParty: id, version: from, values });
  }
}

function versionIn(form: ReceivedForm): number | undefined {
  const text = form.value('version');
  return /^(0|[1-9]\d{0,8})$/.test(text) ? Number(text) : undefined;
}
