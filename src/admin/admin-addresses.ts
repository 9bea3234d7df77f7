import type { Addresses, Query } from '../language/addresses.ts';

/** The addresses of the admin form as staff of one language see them: paths from the root. */
export interface AdminAddresses {
  home(): string;
  drafts(query?: Query): string;
  newDraft(query?: Query): string;
  draft(draft: string, query?: Query): string;
  draftThirdParty(draft: string, id: string, query?: Query): string;
  draftScope(draft: string, id: string, query?: Query): string;
  draftOrganisation(draft: string, query?: Query): string;
  draftRevision(draft: string, query?: Query): string;
  draftConflicts(draft: string): string;
  draftPublish(draft: string): string;
  draftPreview(draft: string): string;
  draftHistory(draft: string, query?: Query): string;
  thirdParties(query?: Query): string;
  thirdParty(id: string, query?: Query): string;
  dossier(id: string, query?: Query): string;
  catalog(query?: Query): string;
  vendor(id: string): string;
  notices(query?: Query): string;
  notice(edition: number, query?: Query): string;
  audit(query?: Query): string;
  auditCsv(query?: Query): string;
  scopes(): string;
  organisation(): string;
  staffList(query?: Query): string;
  staffMember(id: string, query?: Query): string;
  settings(query?: Query): string;
  look(query?: Query): string;
  components(): string;
  start(query?: Query): string;
  account(query?: Query): string;
  secondFactor(query?: Query): string;
  signIn(query?: Query): string;
  signInCode(query?: Query): string;
  provider(query?: Query): string;
  signOut(): string;
  /** @param next the path to go on to, without the language, as `locals.admin.page` has it */
  confirm(next: string): string;
  /** The page on which the holder of a one-time link sets a password. */
  link(token: string): string;
}

/** The addresses of the admin form beside the public ones, in the same language. */
export function adminAddresses(addresses: Addresses): AdminAddresses {
  const prefix = addresses.translated('/admin', addresses.language);
  const at =
    (path: string) =>
    (query?: Query): string =>
      prefix + path + search(query);
  const draft =
    (part = '') =>
    (id: string, query?: Query): string =>
      at(`/drafts/${segment(id)}${part}`)(query);
  const draftSubject =
    (part: string) =>
    (id: string, subject: string, query?: Query): string =>
      draft(`/${part}/${segment(subject)}`)(id, query);
  return {
    home: at(''),
    drafts: at('/drafts'),
    newDraft: at('/drafts/new'),
    draft: draft(),
    draftThirdParty: draftSubject('third-parties'),
    draftScope: draftSubject('scopes'),
    draftOrganisation: draft('/organisation'),
    draftRevision: draft('/revision'),
    draftConflicts: draft('/conflicts'),
    draftPublish: draft('/publish'),
    draftPreview: draft('/preview'),
    draftHistory: draft('/history'),
    thirdParties: at('/third-parties'),
    thirdParty: (id, query) => at(`/third-parties/${segment(id)}`)(query),
    dossier: (id, query) => at(`/third-parties/${segment(id)}/dossier`)(query),
    catalog: at('/catalog'),
    vendor: (id) => at(`/catalog/${segment(id)}`)(),
    notices: at('/notices'),
    notice: (edition, query) => at(`/notices/${String(edition)}`)(query),
    audit: at('/audit'),
    auditCsv: at('/audit.csv'),
    scopes: at('/scopes'),
    organisation: at('/organisation'),
    staffList: at('/staff'),
    staffMember: (id, query) => at(`/staff/${segment(id)}`)(query),
    settings: at('/settings'),
    look: at('/settings/look'),
    components: at('/components'),
    start: at('/start'),
    account: at('/account'),
    secondFactor: at('/account/second-factor'),
    signIn: at('/sign-in'),
    signInCode: at('/sign-in/code'),
    provider: at('/sign-in/provider'),
    signOut: at('/sign-out'),
    confirm: (next) => at('/confirm')({ next }),
    link: (token) => at(`/link/${segment(token)}`)(),
  };
}

function segment(text: string): string {
  return encodeURIComponent(text);
}

/** A query without what is absent or empty; several values of one parameter are repeated. */
function search(query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value]
      .flat()
      .flatMap((one): [string, string][] => (one === undefined || one === '' ? [] : [[name, String(one)]])),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
