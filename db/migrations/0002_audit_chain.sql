CREATE TABLE `audit_anchor` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`removed` integer NOT NULL,
	`at` text NOT NULL,
	`signature` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `audit` ADD `hash` text DEFAULT '' NOT NULL;