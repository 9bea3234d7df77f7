import { lastEdition, noticeOf } from '../domain/ledger.ts';
import type { Organisation } from '../domain/subjects/organisation.ts';
import type { Reader } from './reader.ts';
import { snapshotOn } from './snapshot.ts';
import type { Fact } from './views/fact.ts';
import { frameOf, type Frame } from './views/frame.ts';
import { mailAddress, webAddress, type Link } from './views/link.ts';
import { organisationName } from './views/organisation-name.ts';
import { feedLinks, fileLinks } from './views/panels.ts';
import { scopeName } from './views/scope-name.ts';

/** A part of the page: text, facts, links, and a command to type. */
export interface AboutSection {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  readonly links: readonly Link[];
  readonly command: string | undefined;
}

/** What this register is, ready to be placed. */
export interface AboutPage {
  readonly frame: Frame;
  readonly title: string;
  readonly sections: readonly AboutSection[];
}

export function readAboutPage(reader: Reader): AboutPage {
  const { words, addresses, context, today } = reader;
  const organisation = snapshotOn(context.ledger.current(), today).organisation;
  const address = addresses.about();
  const name = organisationName(reader);
  return {
    frame: frameOf(reader, {
      title: words.t('about.title'),
      description: words.t('about.meta', { organisation: name }),
      address,
      canonical: address,
      section: 'about',
    }),
    title: words.t('about.title'),
    sections: [
      whatSection(reader, name),
      ...(organisation ? [publisherSection(reader, organisation), scopesSection(reader, name)] : []),
      ...(organisation ? [noticesSection(reader, organisation), daysSection(reader, organisation)] : []),
      unstatedSection(reader),
      followSection(reader),
      filesSection(reader),
      proofSection(reader),
      lawSection(reader),
    ],
  };
}

function section(id: string, title: string, parts: Partial<AboutSection>): AboutSection {
  return { id, title, paragraphs: [], facts: [], links: [], command: undefined, ...parts };
}

function whatSection({ words, context }: Reader, organisation: string): AboutSection {
  const sample = noticeOf(context.ledger.current(), 1)?.sample;
  return section('what', words.t('about.what.title'), {
    paragraphs: [
      words.t('about.what.text', { organisation }),
      words.t('disclaimer.not-notice'),
      ...(sample === undefined ? [] : [words.t('banner.sample', { organisation })]),
    ],
  });
}

function publisherSection({ words }: Reader, organisation: Organisation): AboutSection {
  const { legalName, name, address, country, website, privacyContact, objectionMailbox } = organisation;
  const fact = (field: string, text: string | undefined, href?: string): Fact[] =>
    text === undefined
      ? []
      : [
          {
            label: words.fieldName('organisation', field),
            values: [href === undefined ? { text } : { text, href }],
          },
        ];
  return section('publisher', words.t('about.organisation.title'), {
    facts: [
      ...fact('legalName', legalName ?? name),
      ...fact('address', address),
      ...fact('country', country && words.country(country)),
      ...fact('website', website, webAddress(website ?? '')),
      ...fact('privacyContact', privacyContact, mailAddress(privacyContact ?? '')),
      ...fact('objectionMailbox', objectionMailbox, mailAddress(objectionMailbox ?? '')),
    ],
  });
}

function scopesSection(reader: Reader, organisation: string): AboutSection {
  const { words, context, today } = reader;
  const scopes = [...snapshotOn(context.ledger.current(), today).scopes];
  return section('scopes', words.t('about.scopes.title'), {
    paragraphs: [words.t('about.scopes.text', { organisation })],
    facts: scopes.map(([id, scope]) => ({
      label: scopeName(reader, scope, id).text,
      values: [
        { text: words.t('capacity.sentence', { capacity: scope.capacity, organisation }) },
        ...(scope.domains ? [{ text: scope.domains.join(', '), quiet: true as const }] : []),
      ],
    })),
  });
}

function noticesSection({ words }: Reader, organisation: Organisation): AboutSection {
  const text = words.t('about.notices.text', {
    organisation: organisation.name,
    noticePeriod: words.period(organisation.noticePeriod),
    objectionPeriod: words.period(organisation.objectionPeriod),
  });
  return section('notices', words.t('about.notices.title'), { paragraphs: [text] });
}

function daysSection({ words }: Reader, { timeZone }: Organisation): AboutSection {
  return section('days', words.t('about.days.title'), {
    paragraphs: [words.t('about.days.text', { timeZone })],
  });
}

function unstatedSection({ words }: Reader): AboutSection {
  return section('not-stated', words.t('about.not-stated.title'), {
    paragraphs: [words.t('about.not-stated.text')],
  });
}

function followSection(reader: Reader): AboutSection {
  const { words } = reader;
  return section('follow', words.t('about.feed.title'), {
    paragraphs: [words.t('about.feed.text'), words.t('about.feed.namespace')],
    links: feedLinks(reader),
  });
}

function filesSection(reader: Reader): AboutSection {
  const { words, addresses } = reader;
  const schema = {
    text: words.t('file.schema'),
    href: addresses.schema(),
    hint: words.t('file.schema.hint'),
  };
  return section('files', words.t('about.files.title'), { links: [...fileLinks(reader, {}), schema] });
}

/** The chain in two sentences, the last hash to keep, and the command that checks it. */
function proofSection({ words, addresses, context }: Reader): AboutSection {
  const ledger = context.ledger.current();
  const last = noticeOf(ledger, lastEdition(ledger));
  const facts: Fact[] = last
    ? [
        { label: words.t('about.register-id'), values: [{ text: last.register }] },
        {
          label: words.t('about.last-hash', { edition: last.edition }),
          values: [{ text: last.hash }],
        },
      ]
    : [];
  return section('proof', words.t('about.proof.title'), {
    paragraphs: [words.t('about.proof.text'), words.t('about.proof.chain'), words.t('about.proof.command')],
    facts,
    command: `npm run registry -- ledger verify ${addresses.absolute(addresses.ledger())}${last ? ` --hash ${last.hash}` : ''}`,
    links: [{ text: words.t('file.ledger'), href: addresses.ledger(), hint: words.t('file.ledger.hint') }],
  });
}

function lawSection({ words }: Reader): AboutSection {
  const keys = ['notice', 'recipients', 'chain', 'safeguard-copy', 'time-limit'] as const;
  return section('law', words.t('about.law.title'), {
    facts: keys.map((key) => {
      const { label, citation, link, lang } = words.legal(key);
      const marked = lang === undefined ? {} : { lang };
      return { label, ...marked, values: [{ text: citation, href: link, ...marked }] };
    }),
  });
}
