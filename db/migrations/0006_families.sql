CREATE TABLE `erasure` (
	`interview_id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`failures` integer NOT NULL,
	`failed_at` text,
	`failure` text,
	`done_at` text,
	FOREIGN KEY (`interview_id`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `erasure_done` ON `erasure` (`done_at`);--> statement-breakpoint
CREATE TABLE `family_word` (
	`id` text PRIMARY KEY NOT NULL,
	`youth_id` text NOT NULL,
	`who` text NOT NULL,
	`word` text NOT NULL,
	`recorded_by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`youth_id`) REFERENCES `youth`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `family_word_youth` ON `family_word` (`youth_id`,`id`);