-- Nothing is lost: no row of the ledger, of the audit log or of the redactions is ever changed or deleted.
-- INSERT OR REPLACE deletes without firing a delete trigger, so inserts are guarded too, the hidden rowid included.

CREATE TRIGGER `ledger_insert` BEFORE INSERT ON `ledger`
WHEN NEW.edition IS NOT (SELECT coalesce(max(edition), 0) + 1 FROM ledger)
  OR NEW.redacted_at IS NOT NULL
  OR EXISTS (SELECT 1 FROM ledger WHERE hash = NEW.hash)
BEGIN
  SELECT RAISE(ABORT, 'ledger: a new row is the next edition, with a hash of its own');
END;
--> statement-breakpoint
-- The one change there is: a redaction, once for the newest row of `redaction` about that edition.
CREATE TRIGGER `ledger_update` BEFORE UPDATE ON `ledger`
WHEN NEW.edition IS NOT OLD.edition
  OR NEW.format IS NOT OLD.format
  OR NEW.hash IS NOT OLD.hash
  OR NEW.payload_digest IS NOT OLD.payload_digest
  OR NEW.recorded_at IS NOT OLD.recorded_at
  OR NEW.redacted_at IS OLD.redacted_at
  OR NEW.redacted_at IS NOT (
    SELECT redacted_at FROM redaction WHERE edition = OLD.edition ORDER BY announced_by DESC LIMIT 1
  )
  OR NEW.payload IS OLD.payload
  OR NEW.payload NOT GLOB '*⟦redacted [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]⟧*'
BEGIN
  SELECT RAISE(ABORT, 'ledger: rows are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_delete` BEFORE DELETE ON `ledger`
BEGIN
  SELECT RAISE(ABORT, 'ledger: rows are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `redaction_insert` BEFORE INSERT ON `redaction`
WHEN EXISTS (SELECT 1 FROM redaction WHERE id = NEW.id OR rowid = NEW.rowid)
  OR EXISTS (SELECT 1 FROM redaction WHERE edition = NEW.edition AND announced_by = NEW.announced_by)
BEGIN
  SELECT RAISE(ABORT, 'redaction: rows are never replaced');
END;
--> statement-breakpoint
CREATE TRIGGER `redaction_update` BEFORE UPDATE ON `redaction`
BEGIN
  SELECT RAISE(ABORT, 'redaction: rows are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `redaction_delete` BEFORE DELETE ON `redaction`
BEGIN
  SELECT RAISE(ABORT, 'redaction: rows are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_insert` BEFORE INSERT ON `audit_log`
WHEN EXISTS (SELECT 1 FROM audit_log WHERE id = NEW.id OR rowid = NEW.rowid)
BEGIN
  SELECT RAISE(ABORT, 'audit_log: rows are never replaced');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_update` BEFORE UPDATE ON `audit_log`
BEGIN
  SELECT RAISE(ABORT, 'audit_log: rows are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_delete` BEFORE DELETE ON `audit_log`
BEGIN
  SELECT RAISE(ABORT, 'audit_log: rows are never deleted');
END;
--> statement-breakpoint
-- Where a register came from is written once.
CREATE TRIGGER `setting_origin_insert` BEFORE INSERT ON `setting`
WHEN NEW.key = 'origin' AND EXISTS (SELECT 1 FROM setting WHERE key = 'origin')
BEGIN
  SELECT RAISE(ABORT, 'setting: the origin is written once');
END;
--> statement-breakpoint
CREATE TRIGGER `setting_origin_update` BEFORE UPDATE ON `setting`
WHEN OLD.key = 'origin' OR NEW.key = 'origin'
BEGIN
  SELECT RAISE(ABORT, 'setting: the origin is written once');
END;
--> statement-breakpoint
CREATE TRIGGER `setting_origin_delete` BEFORE DELETE ON `setting`
WHEN OLD.key = 'origin'
BEGIN
  SELECT RAISE(ABORT, 'setting: the origin is written once');
END;
