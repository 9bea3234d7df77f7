import type { Database } from '../../../db/client.ts';

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

/** Ids, digests and instants of a form that the tables ask for, each found nowhere else. */
const id = (number: number): string => `019ca9a0-ca9a-7a9a-8a9a-ca9a0000${String(number).padStart(4, '0')}`;
const digest = (number: number): string => 'ca9a'.repeat(15) + String(number).padStart(4, '0');
const instant = (number: number): string => `2041-03-17T01:02:03.${String(number).padStart(3, '0')}Z`;
const day = (number: number): string => `2041-04-${String(number).padStart(2, '0')}`;

const OWNER = id(1);

function contentOf(name: string): string {
  return JSON.stringify({
    kind: 'changes',
    changes: [
      {
        subject: { kind: 'third-party', id: `canary-${name}-id` },
        fields: [
          { field: 'kind', before: null, after: 'service' },
          { field: 'name/und', before: null, after: `canary-${name}-name` },
          { field: 'processings/p1/scope', before: null, after: 'application' },
          { field: 'processings/p1/role', before: null, after: 'subprocessor' },
          { field: 'processings/p1/purpose/en', before: null, after: `canary-${name}-purpose` },
        ],
      },
    ],
    reason: { en: `canary-${name}-reason` },
    arguments: { [`canary-${name}-id`]: `canary-${name}-argument` },
  });
}

/**
 * A row in every table that staff or the library for sign-in write, with a text of its own in every column that can hold
 * one. Tables in the order in which they refer to each other.
 */
export const PLANTED: Readonly<Record<string, Row>> = {
  staff: {
    id: OWNER,
    name: 'canary-staff-name',
    email: 'canary-staff-email@canary.example',
    email_verified: 0,
    image: 'canary-staff-image',
    created_at: 1_700_000_000_000,
    updated_at: 1_700_000_000_000,
    two_factor_enabled: 0,
    role: 'editor',
    state: 'active',
  },
  account: {
    id: 'canary-account-id',
    account_id: 'canary-account-account',
    provider_id: 'canary-account-provider',
    user_id: OWNER,
    access_token: 'canary-account-access-token',
    refresh_token: 'canary-account-refresh-token',
    id_token: 'canary-account-id-token',
    scope: 'canary-account-scope',
    password: 'canary-account-password',
    created_at: 1_700_000_000_000,
    updated_at: 1_700_000_000_000,
  },
  session: {
    id: 'canary-session-id',
    expires_at: 4_000_000_000_000,
    token: 'canary-session-token',
    created_at: 1_700_000_000_000,
    updated_at: 1_700_000_000_000,
    ip_address: 'canary-session-address',
    user_agent: 'canary-session-agent',
    user_id: OWNER,
  },
  two_factor: {
    id: 'canary-factor-id',
    secret: 'canary-factor-secret',
    backup_codes: 'canary-factor-codes',
    user_id: OWNER,
  },
  used_code: { staff: OWNER, digest: digest(1), used_at: instant(1) },
  sign_in_failure: { digest: digest(2), count: 3, last_at: instant(2) },
  staff_link: {
    id: id(2),
    digest: digest(3),
    purpose: 'invitation',
    staff: OWNER,
    created_at: instant(3),
    expires_at: instant(4),
    used_at: instant(5),
  },
  verification: {
    id: 'canary-verification-id',
    identifier: 'canary-verification-identifier',
    value: 'canary-verification-value',
    expires_at: 4_000_000_000_000,
    created_at: 1_700_000_000_000,
    updated_at: 1_700_000_000_000,
  },
  house_rule: { rule: 'own-approval', value: 'allowed' },
  dossier: {
    third_party: 'amazon-s3',
    version: 7,
    owner: OWNER,
    next_review: day(1),
    contract: 'none',
    contract_note: 'canary-dossier-contract',
    contact_person: 'canary-dossier-contact',
    assessment_on: day(2),
    assessment_outcome: 'canary-dossier-outcome',
    assessment_next_on: day(3),
    notes: 'canary-dossier-notes',
    updated_at: instant(6),
  },
  draft: {
    id: id(3),
    key: 'canary-draft-key-0001',
    title: 'canary-draft-title',
    state: 'approved',
    version: 2,
    content: contentOf('draft'),
    created_at: instant(7),
    updated_at: instant(8),
    approved_by: id(4),
    approved_at: instant(9),
  },
  draft_version: {
    draft: id(3),
    version: 1,
    title: 'canary-version-title',
    content: contentOf('version'),
    actor_kind: 'staff',
    actor_id: id(5),
    saved_at: instant(10),
  },
  draft_step: {
    id: id(6),
    draft: id(3),
    step: 'sent-back',
    version: 1,
    actor_kind: 'staff',
    actor_id: id(7),
    at: instant(11),
    note: 'canary-step-note',
  },
  audit_log: {
    id: id(8),
    at: instant(12),
    actor_kind: 'staff',
    actor_id: id(9),
    action: 'dossier.saved',
    subject: 'third-party:canary-audit-subject',
    before: '{"canary-audit-before":"canary-audit-was"}',
    after: '{"canary-audit-after":"canary-audit-is"}',
  },
};

/** Columns of text that hold nothing of anybody's: words of a closed set, or what every reader is told anyway. */
const CLOSED: readonly string[] = [
  'staff.role',
  'staff.state',
  'staff_link.purpose',
  'house_rule.rule',
  'house_rule.value',
  'draft.state',
  'draft_step.step',
  'draft_step.actor_kind',
  'draft_version.actor_kind',
  'audit_log.actor_kind',
  'audit_log.action',
  'dossier.contract',
  // Every public address of a third party says its id; that there is a dossier is told by nothing.
  'dossier.third_party',
];

/**
 * The ledger is public by its nature, and the look is what readers see; of redactions and of where the register came from
 * it tells all but who did it.
 */
const NOT_PRIVATE: readonly string[] = ['ledger', 'logo', 'look', 'redaction', 'setting'];

interface Column {
  readonly place: string;
  readonly table: string;
  readonly column: string;
}

/** Every column of text in which staff, or the library for sign-in, keep something; as the database itself tells. */
export async function privateColumns({ client }: Database): Promise<Column[]> {
  const { rows } = await client.execute(
    `select m.name as "table", c.name as "column" from sqlite_master m, pragma_table_info(m.name) c
     where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like '\\_\\_%' escape '\\'
       and upper(c.type) in ('TEXT', '', 'BLOB')`,
  );
  return rows
    .map(({ table, column }) => ({ table: table as string, column: column as string })) // Names are texts.
    .filter(({ table }) => !NOT_PRIVATE.includes(table))
    .map(({ table, column }) => ({ place: `${table}.${column}`, table, column }))
    .filter(({ place }) => !CLOSED.includes(place));
}

/** Private columns in which no canary sits: there are none, or a new column lacks its own. */
export function columnsWithoutCanary(columns: readonly Column[]): string[] {
  return columns
    .filter(({ table, column }) => typeof PLANTED[table]?.[column] !== 'string')
    .map(({ place }) => place);
}

/** Writes every row. */
export async function plant({ client }: Database): Promise<void> {
  for (const [table, row] of Object.entries(PLANTED)) {
    const columns = Object.keys(row);
    await client.execute({
      sql: `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
            values (${columns.map(() => '?').join(', ')})`,
      args: Object.values(row),
    });
  }
}

/** What no public byte may hold, by the column it sits in; of a column with JSON every text in it that is a canary. */
export function canariesIn(columns: readonly Column[]): Map<string, string> {
  const found = columns.flatMap(({ table, column, place }) => {
    const text = String(PLANTED[table]?.[column]);
    const parts = text.startsWith('{') ? (text.match(/canary-[a-z-]+/g) ?? []) : [text];
    return parts.map((part) => [part, place] as const);
  });
  return new Map(found);
}
