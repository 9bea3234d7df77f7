import { describe, expect, it } from 'vitest';
import { adminAddresses } from '../../../src/admin/admin-addresses.ts';
import { addresses } from '../../../src/language/addresses.ts';
import { ADMIN_ROUTES } from '../../../src/web/admin/admin-routes.ts';

const publicAddresses = addresses('https://subprocessors.example.com', 'en', 'en');
const admin = adminAddresses(publicAddresses);

const DRAFT = '0195f2c1-0000-7000-8000-000000000001';

/** One address of each kind. */
const ALL = [
  admin.home(),
  admin.drafts(),
  admin.newDraft({ what: 'add' }),
  admin.draft(DRAFT, { done: 'saved' }),
  admin.draftThirdParty(DRAFT, 'scaleway'),
  admin.draftScope(DRAFT, 'application'),
  admin.draftOrganisation(DRAFT),
  admin.draftRevision(DRAFT),
  admin.draftConflicts(DRAFT),
  admin.draftPublish(DRAFT),
  admin.draftPreview(DRAFT),
  admin.draftHistory(DRAFT),
  admin.thirdParties({ q: 'mail' }),
  admin.thirdParty('scaleway'),
  admin.dossier('scaleway'),
  admin.catalog(),
  admin.vendor('scaleway'),
  admin.notices(),
  admin.notice(2),
  admin.audit(),
  admin.auditCsv(),
  admin.scopes(),
  admin.organisation(),
  admin.staffList(),
  admin.staffMember(DRAFT),
  admin.settings(),
  admin.look(),
  admin.components(),
  admin.start(),
  admin.account(),
  admin.secondFactor(),
  admin.signIn(),
  admin.signInCode(),
  admin.provider(),
  admin.signOut(),
  admin.confirm('/admin/staff'),
  admin.link('secret'),
];

/** The table's row for an address, fixed words before ids. */
function routeOf(address: string): string | undefined {
  const parts = address.split('?')[0]?.split('/') ?? [];
  const fits = (path: string): boolean => {
    const pattern = path.split('/');
    return (
      pattern.length === parts.length &&
      pattern.every((part, index) => part.startsWith('[') || part === parts[index])
    );
  };
  const fitting = ADMIN_ROUTES.map(({ path }) => path).filter(fits);
  return fitting.find((path) => !path.includes('[')) ?? fitting[0];
}

describe('the addresses of the admin form', () => {
  it('are those of the table of routes, each of them', () => {
    const made = ALL.map(routeOf);
    const wanted = ADMIN_ROUTES.map(({ path }) => path).filter((path) => path !== '/admin/auth/[...rest]');
    expect(made.toSorted()).toEqual(wanted.toSorted());
  });

  it('carry the language', () => {
    const dutch = adminAddresses(publicAddresses.in('nl'));
    expect([dutch.home(), dutch.draft(DRAFT, { done: 'saved' })]).toEqual([
      '/nl/admin',
      `/nl/admin/drafts/${DRAFT}?done=saved`,
    ]);
  });

  it('write ids and queries as addresses want them, and leave out what is empty', () => {
    expect(admin.thirdParties({ q: 'a & b', state: undefined, scope: ['x', 'y'], review: '' })).toBe(
      '/admin/third-parties?q=a+%26+b&scope=x&scope=y',
    );
    expect(admin.link('a/b')).toBe('/admin/link/a%2Fb');
    expect(admin.confirm('/admin/staff?done=invited')).toBe(
      '/admin/confirm?next=%2Fadmin%2Fstaff%3Fdone%3Dinvited',
    );
  });
});
