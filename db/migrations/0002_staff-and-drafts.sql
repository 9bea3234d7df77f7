CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_of_provider` ON `account` (`provider_id`,`account_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `account_of_staff` ON `account` (`provider_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `dossier` (
	`third_party` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`owner` text,
	`next_review` text,
	`contract` text DEFAULT 'unknown' NOT NULL,
	`contract_note` text,
	`contact_person` text,
	`assessment_on` text,
	`assessment_outcome` text,
	`assessment_next_on` text,
	`notes` text,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`owner`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "dossier_version" CHECK("dossier"."version" > 0),
	CONSTRAINT "dossier_contract" CHECK("dossier"."contract" in ('incorporated-by-reference', 'to-be-signed', 'signed', 'none', 'unknown')),
	CONSTRAINT "dossier_updated_at" CHECK("dossier"."updated_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE TABLE `draft_step` (
	`id` text PRIMARY KEY NOT NULL,
	`draft` text NOT NULL,
	`step` text NOT NULL,
	`version` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`at` text NOT NULL,
	`note` text,
	FOREIGN KEY (`draft`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "draft_step_id" CHECK("draft_step"."id" glob '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-7[0-9a-f][0-9a-f][0-9a-f]-[89ab][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
	CONSTRAINT "draft_step_actor_kind" CHECK("draft_step"."actor_kind" in ('staff', 'subscriber', 'system', 'import')),
	CONSTRAINT "draft_step_at" CHECK("draft_step"."at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "draft_step_note" CHECK("draft_step"."note" is null or length("draft_step"."note") between 1 and 5000)
);
--> statement-breakpoint
CREATE INDEX `draft_step_draft` ON `draft_step` (`draft`);--> statement-breakpoint
CREATE TABLE `draft_version` (
	`draft` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`content` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`saved_at` text NOT NULL,
	PRIMARY KEY(`draft`, `version`),
	FOREIGN KEY (`draft`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "draft_version_version" CHECK("draft_version"."version" > 0),
	CONSTRAINT "draft_version_content" CHECK(json_valid("draft_version"."content")),
	CONSTRAINT "draft_version_actor_kind" CHECK("draft_version"."actor_kind" in ('staff', 'subscriber', 'system', 'import')),
	CONSTRAINT "draft_version_saved_at" CHECK("draft_version"."saved_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE TABLE `draft` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`approved_by` text,
	`approved_at` text,
	`edition` integer,
	FOREIGN KEY (`edition`) REFERENCES `ledger`(`edition`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "draft_id" CHECK("draft"."id" glob '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-7[0-9a-f][0-9a-f][0-9a-f]-[89ab][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
	CONSTRAINT "draft_key" CHECK(length("draft"."key") between 16 and 80),
	CONSTRAINT "draft_title" CHECK(length("draft"."title") between 1 and 200),
	CONSTRAINT "draft_state" CHECK("draft"."state" in ('open', 'submitted', 'approved', 'published', 'discarded')),
	CONSTRAINT "draft_version" CHECK("draft"."version" > 0),
	CONSTRAINT "draft_content" CHECK(json_valid("draft"."content")),
	CONSTRAINT "draft_created_at" CHECK("draft"."created_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "draft_updated_at" CHECK("draft"."updated_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "draft_approved_at" CHECK("draft"."approved_at" is null or ("draft"."approved_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')),
	CONSTRAINT "draft_approved" CHECK(("draft"."approved_by" is null) = ("draft"."approved_at" is null)),
	CONSTRAINT "draft_approval_stands" CHECK(("draft"."approved_by" is not null) = ("draft"."state" in ('approved', 'published'))),
	CONSTRAINT "draft_edition" CHECK(("draft"."edition" is not null) = ("draft"."state" = 'published'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `draft_key_unique` ON `draft` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `draft_edition_unique` ON `draft` (`edition`);--> statement-breakpoint
CREATE INDEX `draft_state` ON `draft` (`state`,`updated_at`);--> statement-breakpoint
CREATE TABLE `house_rule` (
	`rule` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT "house_rule_value" CHECK(("house_rule"."rule" = 'second-factor' and "house_rule"."value" in ('optional', 'required')) or ("house_rule"."rule" = 'own-approval' and "house_rule"."value" in ('refused', 'allowed')))
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	`confirmed_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `sign_in_failure` (
	`digest` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`last_at` text NOT NULL,
	CONSTRAINT "sign_in_failure_digest" CHECK(length("sign_in_failure"."digest") = 64 and "sign_in_failure"."digest" not glob '*[^0-9a-f]*'),
	CONSTRAINT "sign_in_failure_count" CHECK("sign_in_failure"."count" > 0),
	CONSTRAINT "sign_in_failure_last_at" CHECK("sign_in_failure"."last_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`two_factor_enabled` integer DEFAULT false NOT NULL,
	`role` text DEFAULT 'viewer' NOT NULL,
	`state` text DEFAULT 'invited' NOT NULL,
	CONSTRAINT "staff_id" CHECK("staff"."id" glob '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-7[0-9a-f][0-9a-f][0-9a-f]-[89ab][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
	CONSTRAINT "staff_email_lower" CHECK("staff"."email" = lower("staff"."email")),
	CONSTRAINT "staff_role" CHECK("staff"."role" in ('viewer', 'editor', 'approver', 'admin')),
	CONSTRAINT "staff_state" CHECK("staff"."state" in ('invited', 'active', 'removed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email` ON `staff` (`email`);--> statement-breakpoint
CREATE TABLE `staff_link` (
	`id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`purpose` text NOT NULL,
	`staff` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`staff`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "staff_link_id" CHECK("staff_link"."id" glob '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-7[0-9a-f][0-9a-f][0-9a-f]-[89ab][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
	CONSTRAINT "staff_link_digest" CHECK(length("staff_link"."digest") = 64 and "staff_link"."digest" not glob '*[^0-9a-f]*'),
	CONSTRAINT "staff_link_purpose" CHECK("staff_link"."purpose" in ('first-admin', 'invitation', 'new-password')),
	CONSTRAINT "staff_link_staff" CHECK(("staff_link"."staff" is null) = ("staff_link"."purpose" = 'first-admin')),
	CONSTRAINT "staff_link_created_at" CHECK("staff_link"."created_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "staff_link_expires_at" CHECK("staff_link"."expires_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "staff_link_used_at" CHECK("staff_link"."used_at" is null or ("staff_link"."used_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_link_digest_unique` ON `staff_link` (`digest`);--> statement-breakpoint
CREATE TABLE `two_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`user_id` text NOT NULL,
	`verified` integer DEFAULT true NOT NULL,
	`failed_verification_count` integer DEFAULT 0 NOT NULL,
	`locked_until` integer,
	FOREIGN KEY (`user_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `two_factor_user` ON `two_factor` (`user_id`);--> statement-breakpoint
CREATE TABLE `used_code` (
	`staff` text NOT NULL,
	`digest` text NOT NULL,
	`used_at` text NOT NULL,
	PRIMARY KEY(`staff`, `digest`),
	FOREIGN KEY (`staff`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "used_code_digest" CHECK(length("used_code"."digest") = 64 and "used_code"."digest" not glob '*[^0-9a-f]*'),
	CONSTRAINT "used_code_used_at" CHECK("used_code"."used_at" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "used_code_staff" CHECK(length("used_code"."staff") > 0)
);
--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);