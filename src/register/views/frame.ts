import { lastEdition, noticeOf } from '../../domain/ledger.ts';
import type { Organisation } from '../../domain/subjects/organisation.ts';
import type { Reader } from '../reader.ts';
import { snapshotOn } from '../snapshot.ts';
import { mailAddress, webAddress, type Link } from './link.ts';
import { feedLinks, fileLinks } from './panels.ts';

/** What a page says of itself to the frame around it. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** The path of the page with its query, in the reader's language. */
  readonly address: string;
  /** The same without what only narrows or dates it: the one address search engines should keep. */
  readonly canonical: string;
  readonly section?: 'register' | 'changes' | 'about';
  /** A page that answers one reader's question, or none, is no page for search engines. */
  readonly indexed: boolean;
}

/** A link that may be to the page one is on. */
export interface Place extends Link {
  readonly current: boolean;
}

/** What stands around every page. */
export interface Frame {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  readonly indexed: boolean;
  readonly alternates: readonly { readonly language: string; readonly href: string }[];
  readonly feeds: readonly { readonly title: string; readonly href: string }[];
  readonly files: readonly { readonly type: string; readonly title: string; readonly href: string }[];
  readonly skip: string;
  /** Says that the register is a sample, where it is one. */
  readonly sample: string | undefined;
  readonly home: string;
  readonly name: string;
  readonly register: string;
  readonly navigation: { readonly label: string; readonly places: readonly Place[] };
  readonly languages: {
    readonly label: string;
    readonly places: readonly (Place & { readonly lang: string })[];
  };
  readonly foot: Foot;
}

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

export function frameOf(reader: Reader, page: PageHead): Frame {
  const { words, addresses, context, today } = reader;
  const ledger = context.ledger.current();
  const organisation = snapshotOn(ledger, today).organisation;
  const name = organisation?.name ?? words.t('site.name');
  const indexed = page.indexed && noticeOf(ledger, 1)?.sample === undefined;
  return {
    language: words.language,
    direction: words.direction,
    title: words.t('site.title', { page: page.title, organisation: name }),
    description: page.description,
    canonical: addresses.absolute(page.canonical),
    indexed,
    alternates: alternatesOf(reader, page),
    feeds: feedLinks(reader).map(({ text, href }) => ({ title: text, href })),
    files: [
      { type: 'application/json', title: words.t('file.json'), href: addresses.json() },
      { type: 'text/csv', title: words.t('file.csv'), href: addresses.csv() },
    ],
    skip: words.t('site.skip'),
    sample: sampleOf(reader, name),
    home: addresses.register(),
    name,
    register: words.t('site.name'),
    navigation: navigationOf(reader, page),
    languages: languagesOf(reader, page),
    foot: footOf(reader, organisation, name),
  };
}

function sampleOf({ words, context }: Reader, organisation: string): string | undefined {
  return noticeOf(context.ledger.current(), 1)?.sample === undefined
    ? undefined
    : words.t('banner.sample', { organisation });
}

function alternatesOf({ addresses, context }: Reader, { canonical }: PageHead): Frame['alternates'] {
  return [...context.content.messages.keys()].map((language) => ({
    language,
    href: addresses.absolute(addresses.translated(canonical, language)),
  }));
}

function navigationOf({ words, addresses }: Reader, { section }: PageHead): Frame['navigation'] {
  const place = (name: 'register' | 'changes' | 'about', href: string): Place => ({
    text: words.t(`nav.${name}`),
    href,
    current: section === name,
  });
  return {
    label: words.t('site.navigation'),
    places: [
      place('register', addresses.register()),
      place('changes', addresses.changes()),
      place('about', addresses.about()),
    ],
  };
}

function languagesOf({ words, addresses, context }: Reader, { address }: PageHead): Frame['languages'] {
  return {
    label: words.t('site.languages'),
    places: [...context.content.messages.values()].map(({ language, name }) => ({
      text: name,
      lang: language,
      href: addresses.translated(address, language),
      current: language === words.language,
    })),
  };
}

function footOf(reader: Reader, organisation: Organisation | undefined, name: string): Foot {
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
