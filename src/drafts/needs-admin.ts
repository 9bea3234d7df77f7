import type { DraftContent } from './draft-content.ts';

/** Whether a draft changes what only admins decide: scopes, or the organisation's public facts. */
export function needsAdmin(content: DraftContent): boolean {
  return content.kind === 'changes' && content.changes.some(({ subject }) => subject.kind !== 'third-party');
}
