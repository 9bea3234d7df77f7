import { ORGANISATION_FIELDS } from '../../domain/fields/organisation-fields.ts';
import { ORGANISATION, type SubjectStates } from '../../domain/subjects/subject.ts';
import type { Json } from '../../domain/json.ts';
import { valueInWords } from '../../language/field-values.ts';
import { webAddress, mailAddress, type Link } from '../../register/views/link.ts';
import { notStated, phraseOf, type Phrase } from '../../register/views/phrase.ts';
import type { PlannedChange } from '../../register/views/planned.ts';
import { organisationOn } from '../../today.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { may, type AdminReader } from '../reader.ts';
import { plannedAbout } from '../dashboard/planned-for-staff.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import type { SummaryFact } from '../page-parts.ts';

type Organisation = SubjectStates['organisation'];

/** The organisation's public facts as they stand, with what is announced for them. */
export interface OrganisationPage {
  readonly frame: AdminFrame;
  readonly change: Link | undefined;
  readonly facts: readonly SummaryFact[];
  readonly none: string;
  readonly planned: { readonly title: string; readonly changes: readonly PlannedChange[] };
}

export function readOrganisationPage(reader: AdminReader): OrganisationPage {
  const { words, addresses, context, today } = reader;
  const organisation = organisationOn(context.ledger.current(), today);
  const isAdmin = may(reader, 'admin');
  return {
    frame: adminFrame(reader, {
      title: words.t('admin.nav.organisation'),
      section: 'organisation',
      lead: words.t('desk.organisation.lead'),
    }),
    change:
      isAdmin && organisation
        ? { text: words.t('desk.change'), href: adminAddresses(addresses).newDraft({ what: 'organisation' }) }
        : undefined,
    facts: organisation ? factsOf(reader, organisation) : [],
    none: words.t('desk.organisation.none'),
    planned: { title: words.t('register.planned'), changes: plannedAbout(reader, ORGANISATION) },
  };
}

function factsOf(reader: AdminReader, organisation: Organisation): SummaryFact[] {
  return ORGANISATION_FIELDS.filter(({ path }) => path !== 'outdated').map(({ path }) => ({
    label: reader.words.fieldName('organisation', path),
    values: [valueOf(reader, organisation, path) ?? notStated(reader.words)],
  }));
}

function valueOf({ words }: AdminReader, organisation: Organisation, path: string): Phrase | undefined {
  const { introduction, outdated } = organisation;
  if (path === 'introduction')
    return phraseOf(words, words.text(introduction, { paths: outdated, path: 'introduction' }));
  // Every other field of the table is a value of one line.
  const value = (organisation as unknown as Readonly<Record<string, Json>>)[path];
  if (value === undefined) return undefined;
  const text = valueInWords(
    { words, scopeName: String, thirdPartyName: String },
    'organisation',
    path,
    value,
  );
  const href = typeof value === 'string' ? (webAddress(value) ?? mailAddress(value)) : undefined;
  return href === undefined ? { text } : { text, href };
}
