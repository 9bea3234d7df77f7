import { lastEdition, noticeOf } from '../../domain/ledger.ts';
import type { Organisation } from '../../domain/subjects/organisation.ts';
import type { Reader } from '../reader.ts';
import { mailAddress, webAddress, type Link } from './link.ts';
import { feedLinks, fileLinks } from './panels.ts';
import { prevailingOf, type Prevailing } from './prevailing.ts';

/** What stands under every page: the publisher, the files, the last edition with its hash. */
export interface Foot {
  readonly label: string;
  readonly publisher: {
    readonly title: string;
    readonly lines: readonly string[];
    readonly links: readonly Link[];
  };
  readonly files: { readonly title: string; readonly links: readonly Link[] };
  /** The last edition with its hash; absent before the first. */
  readonly edition:
    { readonly title: string; readonly hash: string; readonly links: readonly Link[] } | undefined;
  readonly disclaimer: readonly string[];
  readonly prevailing: Prevailing | undefined;
}

/** @param address the page with its query, in the reader's language */
export function footOf(
  reader: Reader,
  organisation: Organisation | undefined,
  name: string,
  address: string,
): Foot {
  const { words } = reader;
  return {
    label: words.t('site.footer'),
    publisher: publisherOf(reader, organisation, name),
    files: {
      title: words.t('about.files.title'),
      links: [...feedLinks(reader).slice(0, 1), ...fileLinks(reader, {})],
    },
    edition: editionOf(reader),
    disclaimer: [words.t('disclaimer.not-notice'), ...labelsNote(reader)],
    prevailing: prevailingOf(reader, organisation, address),
  };
}

/** In a language that the vocabularies do not have, their labels are shown in another: said here once for all. */
function labelsNote({ words, context }: Reader): string[] {
  const [label] = context.content.vocabularies.data.values();
  const told = words.text(label);
  return told?.fallback === true
    ? [words.t('disclaimer.labels', { language: words.languageName(told.language) })]
    : [];
}

function publisherOf(
  { words }: Reader,
  organisation: Organisation | undefined,
  name: string,
): Foot['publisher'] {
  const { legalName, address, country, privacyContact, website } = organisation ?? {};
  const lines = [
    legalName === name ? undefined : legalName,
    address,
    country === undefined ? undefined : words.country(country),
  ];
  const links = [
    { text: privacyContact, href: mailAddress(privacyContact ?? '') },
    { text: words.fieldName('organisation', 'website'), href: webAddress(website ?? '') },
  ];
  return {
    title: name,
    lines: lines.filter((line) => line !== undefined),
    links: links.flatMap(({ text, href }) =>
      text === undefined || href === undefined ? [] : [{ text, href }],
    ),
  };
}

function editionOf({ words, addresses, context }: Reader): Foot['edition'] {
  const ledger = context.ledger.current();
  const edition = lastEdition(ledger);
  const notice = noticeOf(ledger, edition);
  return (
    notice && {
      title: words.t('register.edition', { edition }),
      hash: notice.hash,
      links: [
        {
          text: words.t('register.last-change', { day: words.day(notice.announcedOn) }),
          href: addresses.notice(edition),
        },
        { text: words.t('about.proof.title'), href: `${addresses.about()}#proof` },
      ],
    }
  );
}
