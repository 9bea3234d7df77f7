import type { Subject } from '../domain/subjects/subject.ts';
import type { StaffRole } from '../staff/roles.ts';
import type { DraftContent } from './draft-content.ts';

/** Which role at least decides about a subject: scopes and the organisation's facts bind everybody else. */
export function roleForSubject({ kind }: Subject): StaffRole {
  return kind === 'third-party' ? 'editor' : 'admin';
}

/** Which role at least writes such a draft: what was announced is withdrawn or put off by those who may announce. */
export function roleForKind(kind: DraftContent['kind']): StaffRole {
  return kind === 'withdraw' || kind === 'postpone' ? 'approver' : 'editor';
}
