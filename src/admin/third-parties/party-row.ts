import { adminAddresses } from '../admin-addresses.ts';
import type { AdminReader } from '../reader.ts';
import type { Cell, Column, Row } from '../page-parts.ts';
import { momentOf } from '../../register/moment.ts';
import { scopeAt, scopeName } from '../../register/views/scope-name.ts';
import { nameOfStaff, type StaffNames } from '../names-of-staff.ts';
import { dueTag } from './due.ts';
import { isLive, type DeskParty } from './desk-party.ts';
import { contractTag, stateTag } from './party-tags.ts';
import { scopesOf } from './select-parties.ts';

export function partyColumns({ words }: AdminReader): Column[] {
  return [
    { label: words.t('admin-third-party.column.name') },
    { label: words.t('admin-third-party.column.scopes') },
    { label: words.t('admin-third-party.column.contract') },
    { label: words.t('admin-third-party.column.owner') },
    { label: words.t('admin-third-party.column.review') },
    { label: words.t('admin-third-party.column.gaps'), kind: 'number' },
  ];
}

/** A third party in the list. */
export function partyRow(reader: AdminReader, staff: StaffNames, party: DeskParty): Row {
  const { words } = reader;
  const { contract, owner, nextReview } = party.dossier.values;
  const review = isLive(party) ? dueTag(words, nextReview, reader.today) : undefined;
  return {
    cells: [
      nameCell(reader, party),
      scopesCell(reader, party),
      { tags: [contractTag(words, contract)] },
      owner === undefined
        ? { text: words.t('dossier.no-owner'), quiet: true }
        : { text: nameOfStaff(words, staff, owner) },
      {
        ...(nextReview === undefined
          ? { text: words.t('dossier.no-day'), quiet: true }
          : { text: words.dayShort(nextReview), datetime: nextReview }),
        ...(review ? { tags: [review] } : {}),
      },
      party.gaps.length === 0
        ? { text: words.number(0), quiet: true }
        : { text: words.number(party.gaps.length), href: `${linkOf(reader, party)}#gaps` },
    ],
  };
}

/** What is only drafted, or only kept, has no public page. */
function isPublic({ state }: DeskParty): boolean {
  return state !== 'drafted' && state !== 'kept';
}

function linkOf({ addresses }: AdminReader, { id }: DeskParty): string {
  return adminAddresses(addresses).thirdParty(id);
}

function nameCell(reader: AdminReader, party: DeskParty): Cell {
  const { words } = reader;
  const { name, country } = party.facts?.entity ?? {};
  const about = [name, country === undefined ? undefined : words.country(country)];
  const small = about.filter((part) => part !== undefined).join(' · ');
  return {
    text: party.name.text,
    href: linkOf(reader, party),
    ...(party.name.lang === undefined ? {} : { lang: party.name.lang }),
    ...(small === '' ? {} : { small }),
    tags: [stateTag(words, party)],
  };
}

function scopesCell(reader: AdminReader, party: DeskParty): Cell {
  const { words, context, today } = reader;
  const moment = momentOf(context.ledger.current(), today, {});
  const scopes = scopesOf(party).map((id) => scopeName(reader, scopeAt(moment, id), id).text);
  const roles = new Set(Object.values(party.facts?.processings ?? {}).map(({ role }) => words.role(role)));
  const links = isPublic(party)
    ? [{ text: words.t('admin.public-page'), href: reader.addresses.thirdParty(party.id) }]
    : [];
  if (scopes.length === 0) return { text: words.t('general.not-stated'), quiet: true, links };
  return { text: scopes.sort(words.compare).join(', '), small: [...roles].join(', '), links };
}
