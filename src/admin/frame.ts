import { noticeOf } from '../domain/ledger.ts';
import type { MessageKey } from '../language/messages.ts';
import type { Place } from '../register/views/frame.ts';
import type { Link } from '../register/views/link.ts';
import { lookOf, type LookView } from '../register/views/look.ts';
import { organisationName } from '../register/views/organisation-name.ts';
import { mayAs, type StaffRole } from '../staff/roles.ts';
import type { StaffMember } from '../staff/staff-member.ts';
import type { AdminLocals } from '../web/admin/admin-locals.ts';
import { adminAddresses } from './admin-addresses.ts';
import type { AdminReader } from './reader.ts';

/** The parts of the admin form, in the order of its navigation, with who may read them. */
const SECTIONS = {
  home: 'viewer',
  drafts: 'viewer',
  'third-parties': 'viewer',
  notices: 'viewer',
  catalog: 'viewer',
  scopes: 'viewer',
  organisation: 'viewer',
  audit: 'viewer',
  staff: 'admin',
  settings: 'admin',
} as const satisfies Record<string, StaffRole>;

type Listed = keyof typeof SECTIONS;
export type AdminSection = Listed | 'account';

/** What a page says of itself to the frame around it. */
export interface AdminHead {
  /** Its heading. */
  readonly title: string;
  readonly section: AdminSection;
  /** The pages above it, from the section on. */
  readonly crumbs?: readonly Link[];
  /** What it is for, in a sentence or two under the heading. */
  readonly lead?: string;
}

/** What stands around every page, whether somebody is signed in or not. */
export interface PlainFrame extends LookView {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Of the document, as the browser's window says it. */
  readonly title: string;
  readonly heading: string;
  readonly lead: string | undefined;
  readonly skip: string;
  /** Says that the register is a sample, where it is one. */
  readonly sample: string | undefined;
  readonly brand: { readonly href: string; readonly name: string; readonly part: string };
  readonly publicPage: Link;
  readonly languages: {
    readonly label: string;
    readonly places: readonly (Place & { readonly lang: string })[];
  };
  /** What was just done, after a form led here. */
  readonly done: string | undefined;
  /** The page answers a form, so what stands in its fields is not saved. */
  readonly isAnswer: boolean;
  /** What the scripts of the page say. */
  readonly says: Readonly<Record<'unsaved' | 'copied' | 'added' | 'removed', string>>;
}

/** What stands around a page for those who are signed in. */
export interface AdminFrame extends PlainFrame {
  readonly menu: string;
  readonly navigation: { readonly label: string; readonly groups: readonly (readonly Place[])[] };
  readonly crumbs: { readonly label: string; readonly links: readonly Link[] };
  readonly member: {
    readonly label: string;
    readonly name: string;
    readonly role: string;
    readonly account: Place;
  };
  readonly signOut: { readonly to: string; readonly text: string };
}

/** The frame of a page for those who need not be signed in: sign-in, a one-time link. */
export function plainFrame(reader: AdminReader, head: { title: string; lead?: string }): PlainFrame {
  const { words, addresses, admin } = reader;
  const name = organisationName(reader);
  return {
    language: words.language,
    direction: words.direction,
    title: words.t('admin.title', { page: head.title, organisation: name }),
    heading: head.title,
    lead: head.lead,
    skip: words.t('site.skip'),
    sample: sampleOf(reader, name),
    brand: { href: adminAddresses(addresses).home(), name, part: words.t('admin.name') },
    publicPage: { text: words.t('admin.public-page'), href: addresses.register() },
    languages: languagesOf(reader),
    ...lookOf(reader, name),
    done: doneIn(reader),
    isAnswer: admin?.form !== undefined,
    says: {
      unsaved: words.t('admin.form.unsaved'),
      copied: words.t('copy.copied'),
      added: words.t('admin.form.row-added'),
      removed: words.t('admin.form.row-removed'),
    },
  };
}

/**
 * The frame of a page for staff.
 *
 * @throws Error when nobody is signed in: the gate lets nobody else through
 */
export function adminFrame(reader: AdminReader, head: AdminHead): AdminFrame {
  const { words, addresses, admin } = reader;
  if (!admin?.signedIn) throw new Error('A page of staff is read by somebody who is signed in.');
  return {
    ...plainFrame(reader, head),
    menu: words.t('admin.menu'),
    navigation: navigationOf(reader, admin, admin.signedIn.member.role, head.section),
    crumbs: { label: words.t('admin.crumbs'), links: head.crumbs ?? [] },
    member: memberOf(reader, admin, admin.signedIn.member, head.section),
    signOut: { to: adminAddresses(addresses).signOut(), text: words.t('admin.sign-out') },
  };
}

function sampleOf({ words, context }: AdminReader, organisation: string): string | undefined {
  return noticeOf(context.ledger.current(), 1)?.sample === undefined
    ? undefined
    : words.t('banner.sample', { organisation });
}

function languagesOf({ words, addresses, context, admin }: AdminReader): PlainFrame['languages'] {
  const page = admin?.page ?? '/admin';
  return {
    label: words.t('site.languages'),
    places: [...context.content.messages.values()].map(({ language, name }) => ({
      text: name,
      lang: language,
      href: addresses.translated(page, language),
      current: language === words.language ? 'true' : undefined,
    })),
  };
}

function navigationOf(
  reader: AdminReader,
  admin: AdminLocals,
  role: StaffRole,
  section: AdminSection,
): AdminFrame['navigation'] {
  const places = (needs: StaffRole): readonly Place[] =>
    mayAs(role, needs)
      ? Object.entries(SECTIONS).flatMap(([listed, need]) =>
          // The keys of a constant are those that it was written with.
          need === needs ? [placeOf(reader, admin, listed as Listed, section)] : [],
        )
      : [];
  return {
    label: reader.words.t('admin.navigation'),
    groups: [places('viewer'), places('admin')].filter((group) => group.length > 0),
  };
}

function placeOf(
  { words, addresses }: AdminReader,
  admin: AdminLocals,
  section: AdminSection,
  current: AdminSection,
): Place {
  const path = section === 'home' ? '/admin' : `/admin/${section}`;
  const isPage = admin.page.split('?')[0] === path;
  return {
    text: words.t(`admin.nav.${section}`),
    href: addresses.translated(path, addresses.language),
    current: section !== current ? undefined : isPage ? 'page' : 'true',
  };
}

function memberOf(
  reader: AdminReader,
  admin: AdminLocals,
  { name, role }: StaffMember,
  section: AdminSection,
): AdminFrame['member'] {
  return {
    label: reader.words.t('admin.signed-in-as'),
    name,
    role: reader.words.t(`admin.role.${role}`),
    account: placeOf(reader, admin, 'account', section),
  };
}

/** What `?done=` says, if it is one of the things that are said: the query is anybody's text. */
function doneIn({ words, context, admin }: AdminReader): string | undefined {
  if (admin?.problem) return undefined;
  const key = `admin.done.${admin?.query['done'] ?? ''}`;
  const message = context.content.messages.get(words.language)?.messages.get(key);
  // The catalogue has just been asked: the key is one of its keys, and its message needs no arguments.
  return typeof message === 'string' ? words.t(key as MessageKey) : undefined;
}
