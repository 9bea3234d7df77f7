import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../db/client.ts';
import { auditLog } from '../../db/schema/audit-log.ts';
import type { Actor } from '../actor.ts';
import { canonical, type Json } from '../domain/json.ts';
import { uuidV7 } from './uuid-v7.ts';

/** What can be done that is worth proving later; each has a message `audit.action.<action>`. */
export const AUDIT_ACTIONS = [
  'dossier.saved',
  'draft.approved',
  'draft.begun',
  'draft.discarded',
  'draft.saved',
  'draft.sent-back',
  'draft.submitted',
  'draft.taken-back',
  'house-rules.changed',
  'ledger.redacted',
  'look.changed',
  'notice.published',
  'register.begun',
  'sample.set-aside',
  'second-factor.disabled',
  'second-factor.enabled',
  'second-factor.renewed',
  'session.begun',
  'session.ended',
  'staff.forgotten',
  'staff.invited',
  'staff.joined',
  'staff.link-made',
  'staff.password-changed',
  'staff.password-set',
  'staff.removed',
  'staff.role-changed',
  'staff.second-factor-reset',
  'staff.signed-out',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditEntry {
  readonly at: Temporal.Instant;
  readonly actor: Actor;
  readonly action: AuditAction;
  /** `edition:12`. */
  readonly subject: string;
  /** Facts only, never published or private text: this row can never be redacted. */
  readonly before?: Json;
  readonly after?: Json;
}

/** Writes the audit row in the transaction of what it tells of: both are there, or neither. */
export async function recordAudit(transaction: Transaction, entry: AuditEntry): Promise<void> {
  const { at, actor, action, subject, before, after } = entry;
  await transaction.insert(auditLog).values({
    id: uuidV7(at),
    at: at.toString({ fractionalSecondDigits: 3 }),
    actorKind: actor.kind,
    actorId: actor.id,
    action,
    subject,
    before: before === undefined ? null : canonical(before),
    after: after === undefined ? null : canonical(after),
  });
}
