CREATE TABLE `release` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`number` integer NOT NULL,
	`language` text NOT NULL,
	`final` integer NOT NULL,
	`released_by` text NOT NULL,
	`released_at` text NOT NULL,
	`digest` text NOT NULL,
	`report` text,
	`taken_back_at` text,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `release_number` ON `release` (`region_id`,`number`);--> statement-breakpoint
CREATE TABLE `release_interview` (
	`release_id` text NOT NULL,
	`interview_id` text NOT NULL,
	PRIMARY KEY(`release_id`, `interview_id`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`interview_id`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `release_interview_interview` ON `release_interview` (`interview_id`);