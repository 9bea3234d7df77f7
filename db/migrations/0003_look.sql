CREATE TABLE `logo` (
	`ground` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` blob NOT NULL,
	CONSTRAINT "logo_ground" CHECK("logo"."ground" in ('light', 'dark')),
	CONSTRAINT "logo_type" CHECK("logo"."type" in ('image/png', 'image/svg+xml', 'image/webp')),
	CONSTRAINT "logo_width" CHECK("logo"."width" between 1 and 4096),
	CONSTRAINT "logo_height" CHECK("logo"."height" between 1 and 4096),
	CONSTRAINT "logo_bytes" CHECK(typeof("logo"."bytes") = 'blob' and length("logo"."bytes") between 1 and 65536)
);
--> statement-breakpoint
CREATE TABLE `look` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`accent` text,
	`alternative` text,
	`says_name` integer DEFAULT false NOT NULL,
	CONSTRAINT "look_id" CHECK("look"."id" = 'look'),
	CONSTRAINT "look_version" CHECK("look"."version" > 0),
	CONSTRAINT "look_accent" CHECK("look"."accent" is null or (length("look"."accent") = 7 and substr("look"."accent", 1, 1) = '#' and substr("look"."accent", 2) not glob '*[^0-9a-f]*')),
	CONSTRAINT "look_alternative" CHECK("look"."alternative" is null or length("look"."alternative") between 1 and 200),
	CONSTRAINT "look_says_name" CHECK("look"."says_name" in (0, 1))
);
