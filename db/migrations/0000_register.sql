CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`before` text,
	`after` text,
	CONSTRAINT "audit_log_id" CHECK("audit_log"."id" glob '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-7[0-9a-f][0-9a-f][0-9a-f]-[89ab][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
	CONSTRAINT "audit_log_at" CHECK("audit_log"."at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "audit_log_actor_kind" CHECK("audit_log"."actor_kind" in ('staff', 'subscriber', 'system', 'import')),
	CONSTRAINT "audit_log_actor_id" CHECK(length("audit_log"."actor_id") between 1 and 80),
	CONSTRAINT "audit_log_action" CHECK("audit_log"."action" glob '[a-z]*.[a-z]*' and length("audit_log"."action") <= 80),
	CONSTRAINT "audit_log_subject" CHECK(length("audit_log"."subject") between 1 and 200),
	CONSTRAINT "audit_log_before" CHECK("audit_log"."before" is null or json_valid("audit_log"."before")),
	CONSTRAINT "audit_log_after" CHECK("audit_log"."after" is null or json_valid("audit_log"."after"))
);
--> statement-breakpoint
CREATE TABLE `ledger` (
	`edition` integer PRIMARY KEY NOT NULL,
	`format` integer NOT NULL,
	`hash` text NOT NULL,
	`payload` text NOT NULL,
	`payload_digest` text NOT NULL,
	`recorded_at` text NOT NULL,
	`redacted_at` text,
	CONSTRAINT "ledger_edition" CHECK("ledger"."edition" > 0),
	CONSTRAINT "ledger_format" CHECK("ledger"."format" > 0),
	CONSTRAINT "ledger_hash" CHECK(length("ledger"."hash") = 64 and "ledger"."hash" not glob '*[^0-9a-f]*'),
	CONSTRAINT "ledger_payload_digest" CHECK(length("ledger"."payload_digest") = 64 and "ledger"."payload_digest" not glob '*[^0-9a-f]*'),
	CONSTRAINT "ledger_payload" CHECK(json_valid("ledger"."payload") and json_extract("ledger"."payload", '$.edition') is "ledger"."edition"),
	CONSTRAINT "ledger_recorded_at" CHECK("ledger"."recorded_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "ledger_redacted_at" CHECK("ledger"."redacted_at" is null or ("ledger"."redacted_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_hash_unique` ON `ledger` (`hash`);--> statement-breakpoint
CREATE TABLE `redaction` (
	`id` text PRIMARY KEY NOT NULL,
	`edition` integer NOT NULL,
	`redacted_at` text NOT NULL,
	`digest` text NOT NULL,
	`announced_by` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	FOREIGN KEY (`edition`) REFERENCES `ledger`(`edition`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`announced_by`) REFERENCES `ledger`(`edition`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "redaction_id" CHECK("redaction"."id" glob '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-7[0-9a-f][0-9a-f][0-9a-f]-[89ab][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
	CONSTRAINT "redaction_redacted_at" CHECK("redaction"."redacted_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "redaction_digest" CHECK(length("redaction"."digest") = 64 and "redaction"."digest" not glob '*[^0-9a-f]*'),
	CONSTRAINT "redaction_announced_later" CHECK("redaction"."announced_by" > "redaction"."edition"),
	CONSTRAINT "redaction_actor_kind" CHECK("redaction"."actor_kind" in ('staff', 'subscriber', 'system', 'import')),
	CONSTRAINT "redaction_actor_id" CHECK(length("redaction"."actor_id") between 1 and 80)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `redaction_once_a_notice` ON `redaction` (`edition`,`announced_by`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT "setting_key" CHECK("setting"."key" in ('origin', 'purge-due')),
	CONSTRAINT "setting_origin" CHECK("setting"."key" <> 'origin' or "setting"."value" = 'own' or "setting"."value" glob 'sample:?*')
);
