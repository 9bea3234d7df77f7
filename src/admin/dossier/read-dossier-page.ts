import type { Dossier } from '../../dossier/dossier.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import type { Link } from '../../register/views/link.ts';
import type { Pair } from '../../register/views/pairs.ts';
import { staffNames } from '../../staff/staff-names.ts';
import type { FormOutcome } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { may, type AdminReader } from '../reader.ts';
import { instantInWords } from '../instant.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import type { SummaryFact } from '../page-parts.ts';
import { deskParty } from '../third-parties/desk-parties.ts';
import { dossierConflict, type DossierConflict } from './dossier-conflict.ts';
import { sentTexts, textsOf } from './dossier-entry.ts';
import { dossierSummary } from './dossier-facts.ts';
import { dossierSections, type DossierSection } from './dossier-sections.ts';
import { possibleOwners } from './owners.ts';

type RefusedForm = Extract<FormOutcome, { kind: 'refused' }>;

export interface DossierForm {
  /** The version that the edit begins from, and what the fields said then. */
  readonly kept: readonly Pair[];
  readonly sections: readonly DossierSection[];
  readonly save: string;
}

/** The dossier of a third party: a form, two versions to choose from, or for those who only read, what it says. */
export interface DossierPage {
  readonly frame: AdminFrame;
  /** That nothing of it is ever published. */
  readonly private: string;
  readonly saved: string | undefined;
  readonly problems: { readonly title: string; readonly list: readonly FieldProblem[] };
  readonly form: DossierForm | undefined;
  readonly conflict: DossierConflict | undefined;
  readonly facts: readonly SummaryFact[];
  readonly back: Link;
}

/** @throws RegistryError `not-found` when nobody has heard of a third party with this id */
export async function readDossierPage(
  reader: AdminReader,
  id: string,
  outcome: FormOutcome,
): Promise<DossierPage> {
  const { words, addresses, context } = reader;
  const { dossier, name } = await deskParty(reader, id);
  const refused = outcome.kind === 'refused' ? outcome : undefined;
  const staff = await staffNames(context);
  const admin = adminAddresses(addresses);
  const back = { text: name.text, href: admin.thirdParty(id) };
  const isConflict = refused?.status === 409;
  return {
    frame: adminFrame(reader, {
      title: words.t('dossier.title-of', { name: name.text }),
      section: 'third-parties',
      crumbs: [{ text: words.t('admin.nav.third-parties'), href: admin.thirdParties() }, back],
    }),
    private: words.t('dossier.private'),
    saved: savedLine(reader, dossier),
    problems: {
      title: words.t('dossier.problems'),
      list: isConflict ? [] : (refused?.problems ?? []),
    },
    form: isConflict ? undefined : await formFor(reader, dossier, refused),
    conflict: isConflict ? dossierConflict(reader, staff, dossier, refused.form) : undefined,
    facts: dossierSummary(reader, staff, dossier.values),
    back,
  };
}

function savedLine(reader: AdminReader, { updatedAt }: Dossier): string | undefined {
  return updatedAt === undefined
    ? undefined
    : reader.words.t('dossier.saved-at', { at: instantInWords(reader, updatedAt) });
}

async function formFor(
  reader: AdminReader,
  dossier: Dossier,
  refused: RefusedForm | undefined,
): Promise<DossierForm | undefined> {
  const { words, context } = reader;
  if (!may(reader, 'editor')) return undefined;
  const saved = textsOf(dossier.values);
  const base = refused ? sentTexts(refused.form, 'base.') : saved;
  const version = refused ? refused.form.value('version') : String(dossier.version);
  return {
    kept: [
      { name: 'version', value: version },
      ...Object.entries(base).map(([field, value]) => ({ name: `base.${field}`, value })),
    ],
    sections: dossierSections(reader, {
      texts: refused ? sentTexts(refused.form) : saved,
      problems: refused?.problems ?? [],
      owners: await possibleOwners(context, dossier.values.owner),
    }),
    save: words.t('dossier.save'),
  };
}
