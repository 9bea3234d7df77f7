import { noticeOf } from '../../domain/ledger.ts';
import type { Reader } from '../reader.ts';
import { snapshotOn } from '../snapshot.ts';
import { footOf, type Foot } from './foot.ts';
import type { Link } from './link.ts';
import { lookOf, type LookView } from './look.ts';
import { organisationName } from './organisation-name.ts';
import { feedLinks } from './panels.ts';
import { paperOf, type Paper } from './paper.ts';

/** The parts of the public site, in the order in which readers meet them. */
const SECTIONS = ['register', 'changes', 'compare', 'map', 'about'] as const;
type Section = (typeof SECTIONS)[number];

/** What a page says of itself to the frame around it. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** The path of the page with its query, in the reader's language. */
  readonly address: string;
  /**
   * The same without what only narrows or dates it: the one address search engines should keep. None for a page about a
   * wrong address.
   */
  readonly canonical?: string;
  readonly section?: Section;
  /** The feed of what the page is about, before the others. */
  readonly feed?: Link;
}

/** A link that may be to the page one is on, or to the part of the site that it belongs to. */
export interface Place extends Link {
  readonly current: 'page' | 'true' | undefined;
}

/** What stands around every page. */
export interface Frame extends LookView {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly description: string;
  /** Undefined for a page that search engines should not keep. */
  readonly canonical: string | undefined;
  readonly alternates: readonly { readonly language: string; readonly href: string }[];
  readonly feeds: readonly { readonly title: string; readonly href: string }[];
  readonly files: readonly { readonly type: string; readonly title: string; readonly href: string }[];
  readonly skip: string;
  /** Says that the register is a sample, where it is one. */
  readonly sample: string | undefined;
  readonly home: string;
  readonly name: string;
  readonly register: string | undefined;
  readonly navigation: { readonly label: string; readonly places: readonly Place[] };
  readonly languages: {
    readonly label: string;
    readonly places: readonly (Place & { readonly lang: string })[];
  };
  readonly foot: Foot;
  readonly paper: Paper;
}

export function frameOf(reader: Reader, page: PageHead): Frame {
  const { words, addresses, context, today } = reader;
  const organisation = snapshotOn(context.ledger.current(), today).organisation;
  const name = organisationName(reader);
  return {
    language: words.language,
    direction: words.direction,
    title: words.t('site.title', { page: page.title, organisation: name }),
    description: page.description,
    canonical: page.canonical === undefined ? undefined : addresses.absolute(page.canonical),
    alternates: page.canonical === undefined ? [] : alternatesOf(reader, page.canonical),
    feeds: [...(page.feed ? [page.feed] : []), ...feedLinks(reader)].map(({ text, href }) => ({
      title: text,
      href,
    })),
    files: [
      { type: 'application/json', title: words.t('file.json'), href: addresses.json() },
      { type: 'text/csv', title: words.t('file.csv'), href: addresses.csv() },
    ],
    skip: words.t('site.skip'),
    sample: sampleOf(reader, name),
    home: addresses.register(),
    name,
    // Before the first edition nobody publishes it yet, and the register goes by its own name.
    register: organisation ? words.t('site.name') : undefined,
    navigation: navigationOf(reader, page),
    languages: languagesOf(reader, page),
    ...lookOf(reader, name),
    foot: footOf(reader, organisation, name, page.address),
    paper: paperOf(reader, [...new Set([name, words.t('site.name')])].join(' · '), page.address),
  };
}

function sampleOf({ words, context }: Reader, organisation: string): string | undefined {
  return noticeOf(context.ledger.current(), 1)?.sample === undefined
    ? undefined
    : words.t('banner.sample', { organisation });
}

/** The page in every language; `x-default` is the one at the address without a language. */
function alternatesOf({ addresses, context }: Reader, path: string): Frame['alternates'] {
  const languages = [...context.content.messages.keys()];
  const inLanguage = (language: string): string => addresses.absolute(addresses.translated(path, language));
  return [
    ...languages.map((language) => ({ language, href: inLanguage(language) })),
    { language: 'x-default', href: inLanguage(addresses.defaultLanguage) },
  ];
}

function navigationOf({ words, addresses }: Reader, { section, address }: PageHead): Frame['navigation'] {
  return {
    label: words.t('site.navigation'),
    places: SECTIONS.map((name) => {
      const href = addresses[name]();
      return {
        text: words.t(`nav.${name}`),
        href,
        current: section !== name ? undefined : address === href ? 'page' : 'true',
      };
    }),
  };
}

function languagesOf({ words, addresses, context }: Reader, { address }: PageHead): Frame['languages'] {
  return {
    label: words.t('site.languages'),
    places: [...context.content.messages.values()].map(({ language, name }) => ({
      text: name,
      lang: language,
      href: addresses.translated(address, language),
      current: language === words.language ? 'true' : undefined,
    })),
  };
}
