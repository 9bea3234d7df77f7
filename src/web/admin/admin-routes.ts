import type { StaffRole } from '../../staff/roles.ts';

/**
 * Who may do something: `anyone`, even without signing in; `member`, whoever is signed in, also while a second factor is
 * still owed; or a role and those above it.
 */
export type Need = 'anyone' | 'member' | StaffRole;

/** What an id in a path looks like; any other text is not found. */
export type Shape = 'uuid' | 'id' | 'edition' | 'token' | 'rest';

/** An address of the admin form: who may read it, and who may do which of its actions by POST. */
export interface AdminRoute {
  /** As the files in src/pages/admin are called: `/admin/drafts/[draft]`. */
  readonly path: string;
  readonly shapes?: Readonly<Record<string, Shape>>;
  readonly get: Need;
  /** By the first word of the field `action`. */
  readonly actions?: Readonly<Record<string, Need>>;
  /** What is done only by somebody who has just shown who they are; `get` means reading, too. */
  readonly fresh?: readonly string[];
  /** Names of the parameters that its query may have; others are dropped. */
  readonly query?: readonly string[];
  /** Takes forms with files (multipart/form-data), up to the limit for files. */
  readonly files?: boolean;
  /** Leads to another host: the identity provider's. All others lead to addresses of ours only. */
  readonly leaves?: boolean;
}

const draft = { draft: 'uuid' } as const;
const subjectOfDraft = { draft: 'uuid', id: 'id' } as const;

/** Every address of the admin form. What is not here does not exist, and a page without its line is never served. */
export const ADMIN_ROUTES: readonly AdminRoute[] = [
  { path: '/admin', get: 'viewer' },

  {
    path: '/admin/sign-in',
    get: 'anyone',
    actions: { 'sign-in': 'anyone' },
    query: ['next', 'done', 'problem'],
  },
  {
    path: '/admin/sign-in/code',
    get: 'anyone',
    actions: { verify: 'anyone', recover: 'anyone' },
    query: ['next'],
  },
  { path: '/admin/sign-in/provider', get: 'anyone', query: ['next', 'confirm'], leaves: true },
  {
    path: '/admin/auth/[...rest]',
    shapes: { rest: 'rest' },
    get: 'anyone',
    query: ['code', 'state', 'error', 'error_description', 'iss', 'session_state'],
  },
  { path: '/admin/link/[token]', shapes: { token: 'token' }, get: 'anyone', actions: { set: 'anyone' } },
  { path: '/admin/sign-out', get: 'member', actions: { 'sign-out': 'member' } },
  { path: '/admin/confirm', get: 'member', actions: { confirm: 'member' }, query: ['next', 'problem'] },

  {
    path: '/admin/account',
    get: 'member',
    actions: { revoke: 'member', 'sign-out-everywhere': 'member', 'change-password': 'member' },
    query: ['done'],
  },
  {
    path: '/admin/account/second-factor',
    get: 'member',
    actions: { begin: 'member', enable: 'member', disable: 'member', renew: 'member' },
    fresh: ['begin', 'enable', 'disable', 'renew'],
    query: ['done'],
  },

  { path: '/admin/staff', get: 'admin', actions: { invite: 'admin' }, fresh: ['invite'], query: ['done'] },
  {
    path: '/admin/staff/[staff]',
    shapes: { staff: 'uuid' },
    get: 'admin',
    actions: {
      'change-role': 'admin',
      link: 'admin',
      'sign-out': 'admin',
      'reset-second-factor': 'admin',
      remove: 'admin',
      forget: 'admin',
    },
    fresh: ['change-role', 'link', 'sign-out', 'reset-second-factor', 'remove', 'forget'],
    query: ['done'],
  },
  { path: '/admin/settings', get: 'admin', actions: { save: 'admin' }, fresh: ['save'], query: ['done'] },
  {
    path: '/admin/settings/look',
    get: 'admin',
    actions: { preview: 'admin', save: 'admin', remove: 'admin' },
    fresh: ['save', 'remove'],
    files: true,
    query: ['done'],
  },
  { path: '/admin/components', get: 'viewer' },
  {
    path: '/admin/start',
    get: 'admin',
    actions: { keep: 'admin', empty: 'admin', begin: 'admin', import: 'admin' },
    fresh: ['empty', 'import'],
    files: true,
    query: ['done'],
  },

  { path: '/admin/third-parties', get: 'viewer', query: ['q', 'state', 'scope', 'review', 'gaps', 'done'] },
  { path: '/admin/third-parties/[id]', shapes: { id: 'id' }, get: 'viewer', query: ['done'] },
  {
    path: '/admin/third-parties/[id]/dossier',
    shapes: { id: 'id' },
    get: 'viewer',
    actions: { save: 'editor' },
    query: ['done'],
  },
  { path: '/admin/catalog', get: 'viewer', query: ['q'] },
  { path: '/admin/catalog/[vendor]', shapes: { vendor: 'id' }, get: 'viewer' },
  { path: '/admin/scopes', get: 'viewer' },
  { path: '/admin/organisation', get: 'viewer' },

  { path: '/admin/drafts', get: 'viewer', query: ['state', 'done'] },
  {
    path: '/admin/drafts/new',
    get: 'editor',
    actions: {
      add: 'editor',
      change: 'editor',
      remove: 'editor',
      replace: 'editor',
      continue: 'editor',
      scope: 'admin',
      organisation: 'admin',
    },
    query: ['what', 'third-party', 'vendor', 'scope', 'draft', 'q'],
  },
  {
    path: '/admin/drafts/[draft]',
    shapes: draft,
    get: 'viewer',
    actions: {
      save: 'editor',
      drop: 'editor',
      submit: 'editor',
      'take-back': 'editor',
      'send-back': 'approver',
      approve: 'approver',
      discard: 'editor',
    },
    query: ['done'],
  },
  { path: '/admin/drafts/[draft]/preview', shapes: draft, get: 'viewer' },
  { path: '/admin/drafts/[draft]/history', shapes: draft, get: 'viewer', query: ['from', 'to'] },
  { path: '/admin/drafts/[draft]/conflicts', shapes: draft, get: 'editor', actions: { resolve: 'editor' } },
  {
    path: '/admin/drafts/[draft]/publish',
    shapes: draft,
    get: 'approver',
    actions: { publish: 'approver' },
    fresh: ['get', 'publish'],
  },
  {
    path: '/admin/drafts/[draft]/third-parties/[id]',
    shapes: subjectOfDraft,
    get: 'viewer',
    actions: { save: 'editor', add: 'editor', remove: 'editor', preview: 'editor' },
    query: ['done'],
  },
  {
    path: '/admin/drafts/[draft]/scopes/[id]',
    shapes: subjectOfDraft,
    get: 'viewer',
    actions: { save: 'admin', add: 'admin', remove: 'admin', preview: 'admin' },
    query: ['done'],
  },
  {
    path: '/admin/drafts/[draft]/organisation',
    shapes: draft,
    get: 'viewer',
    actions: { save: 'admin', add: 'admin', remove: 'admin', preview: 'admin' },
    query: ['done'],
  },
  {
    path: '/admin/drafts/[draft]/revision',
    shapes: draft,
    get: 'viewer',
    actions: { withdraw: 'approver', postpone: 'approver', amend: 'editor' },
    query: ['done'],
  },

  { path: '/admin/notices', get: 'viewer', query: ['page', 'done'] },
  {
    path: '/admin/notices/[edition]',
    shapes: { edition: 'edition' },
    get: 'viewer',
    actions: { withdraw: 'approver', postpone: 'approver', amend: 'editor' },
    query: ['done'],
  },

  { path: '/admin/audit', get: 'viewer', query: ['page', 'who', 'action', 'subject', 'from', 'to'] },
  { path: '/admin/audit.csv', get: 'viewer', query: ['who', 'action', 'subject', 'from', 'to'] },
];
