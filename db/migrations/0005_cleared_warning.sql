CREATE TABLE `cleared_warning` (
	`interview_id` text NOT NULL,
	`digest` text NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`interview_id`, `digest`),
	FOREIGN KEY (`interview_id`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE restrict
);
