import { lastEdition, noticeOf } from '../../domain/ledger.ts';
import type { Organisation } from '../../domain/subjects/organisation.ts';
import type { Reader } from '../reader.ts';
import { mailAddress, webAddress, type Link } from './link.ts';
import { feedLinks, fileLinks } from './panels.ts';

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
}

export function footOf(reader: Reader, organisation: Organisation | undefined, name: string): Foot {
  const { words } = reader;
  const prevailing = organisation?.prevailingLanguage;
  return {
    label: words.t('site.footer'),
    publisher: publisherOf(reader, organisation, name),
    files: {
      title: words.t('about.files.title'),
      links: [...feedLinks(reader).slice(0, 1), ...fileLinks(reader, {})],
    },
    edition: editionOf(reader),
    disclaimer: [
      words.t('disclaimer.not-notice'),
      ...(prevailing === undefined
        ? []
        : [words.t('disclaimer.prevailing', { language: words.languageName(prevailing) })]),
    ],
  };
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
