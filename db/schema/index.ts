export { auditLog } from './audit-log.ts';
export { ledger } from './ledger.ts';
export { redaction } from './redaction.ts';
export { setting } from './setting.ts';
