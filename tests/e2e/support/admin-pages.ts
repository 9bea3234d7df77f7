/** What stands for whatever a test has made: the path of a draft, ids. */
export interface Made {
  readonly draft: string;
  /** Path of a draft that postpones a notice. */
  readonly postponement: string;
  readonly colleague: string;
  readonly link: string;
}

/** One page of each kind that staff see, by what it shows. */
export const ADMIN_PAGES: Readonly<Record<string, string | ((made: Made) => string)>> = {
  overview: '/admin',
  'sign-in': '/admin/sign-in',
  'one-time link': ({ link }) => link,
  'one-time link that is over': '/admin/link/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'second factor at sign-in': '/admin/sign-in/code',
  'sign-out': '/admin/sign-out',
  confirmation: '/admin/confirm?next=/admin/staff',
  account: '/admin/account',
  'second factor': '/admin/account/second-factor',
  staff: '/admin/staff',
  'a colleague': ({ colleague }) => `/admin/staff/${colleague}`,
  settings: '/admin/settings',
  'look of the pages': '/admin/settings/look',
  components: '/admin/components',
  'first run': '/admin/start',
  'third parties': '/admin/third-parties',
  'third parties, nothing found': '/admin/third-parties?q=nothing+like+it',
  'a third party': '/admin/third-parties/postmark',
  'a third party that is gone': '/admin/third-parties/mailchimp',
  dossier: '/admin/third-parties/postmark/dossier',
  catalog: '/admin/catalog',
  'a vendor': '/admin/catalog/scaleway',
  scopes: '/admin/scopes',
  organisation: '/admin/organisation',
  drafts: '/admin/drafts',
  'beginning a draft': '/admin/drafts/new',
  'adding a third party': '/admin/drafts/new?what=add',
  'changing a third party': '/admin/drafts/new?what=change',
  'removing a third party': '/admin/drafts/new?what=remove&third-party=postmark',
  'replacing a third party': '/admin/drafts/new?what=replace&third-party=postmark',
  'merging or splitting': '/admin/drafts/new?what=continue',
  'changing a scope': '/admin/drafts/new?what=scope',
  'changing the organisation': '/admin/drafts/new?what=organisation',
  'a draft': ({ draft }) => draft,
  'form of a third party': ({ draft }) => `${draft}/third-parties/scaleway`,
  'form of a scope': ({ draft }) => `${draft}/scopes/application`,
  'form of the organisation': ({ draft }) => `${draft}/organisation`,
  'preview of a draft': ({ draft }) => `${draft}/preview`,
  'versions of a draft': ({ draft }) => `${draft}/history`,
  'conflicts of a draft': ({ draft }) => `${draft}/conflicts`,
  'publishing a draft': ({ draft }) => `${draft}/publish`,
  'a postponement': ({ postponement }) => postponement,
  'form of a postponement': ({ postponement }) => `${postponement}/revision`,
  notices: '/admin/notices',
  'a notice': '/admin/notices/2',
  'a notice of something planned': '/admin/notices/6',
  'audit log': '/admin/audit',
  'audit log, filtered': '/admin/audit?action=notice.publish&from=2026-01-01',
  'nothing there': '/admin/nowhere',
};

/** Where a page is, in a language. */
export function addressOf(page: string | ((made: Made) => string), made: Made, prefix = ''): string {
  return prefix + (typeof page === 'string' ? page : page(made));
}
