CREATE TABLE `audit` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`action` text NOT NULL,
	`region_id` text,
	`subjects` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`request_id` text
);
--> statement-breakpoint
CREATE INDEX `audit_region` ON `audit` (`region_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_person` ON `audit` (`person_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `coding` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`passage_id` text NOT NULL,
	`codebook_version` text NOT NULL,
	`theme` text NOT NULL,
	`code` text NOT NULL,
	`facets` text NOT NULL,
	`memo` text NOT NULL,
	`for_report` integer NOT NULL,
	`coder_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`passage_id`) REFERENCES `passage`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `coding_once` ON `coding` (`passage_id`,`theme`,`code`,`coder_id`);--> statement-breakpoint
CREATE INDEX `coding_theme` ON `coding` (`region_id`,`theme`,`passage_id`);--> statement-breakpoint
CREATE INDEX `coding_code` ON `coding` (`region_id`,`theme`,`code`,`passage_id`);--> statement-breakpoint
CREATE INDEX `coding_coder` ON `coding` (`coder_id`,`id`);--> statement-breakpoint
CREATE TABLE `coding_act` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`person_id` text NOT NULL,
	`interview_id` text NOT NULL,
	`question_id` text NOT NULL,
	`change` text NOT NULL,
	`undone` integer NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `coding_act_person` ON `coding_act` (`person_id`,`id`);--> statement-breakpoint
CREATE TABLE `passage` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`interview_id` text NOT NULL,
	`question_id` text NOT NULL,
	`field` text NOT NULL,
	`sequence` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`quote` text NOT NULL,
	`flag` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`interview_id`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passage_span` ON `passage` (`interview_id`,`question_id`,`field`,`sequence`,`start`,`end`);--> statement-breakpoint
CREATE INDEX `passage_region` ON `passage` (`region_id`);--> statement-breakpoint
CREATE TABLE `codebook_version` (
	`version` text PRIMARY KEY NOT NULL,
	`codebook_id` text NOT NULL,
	`digest` text NOT NULL,
	`body` text NOT NULL,
	`published_at` text NOT NULL,
	`published_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `guide` (
	`id` text PRIMARY KEY NOT NULL,
	`perspective` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `guide_version` (
	`guide_id` text NOT NULL,
	`version` text NOT NULL,
	`digest` text NOT NULL,
	`body` text NOT NULL,
	`published_at` text NOT NULL,
	`published_by` text NOT NULL,
	PRIMARY KEY(`guide_id`, `version`),
	FOREIGN KEY (`guide_id`) REFERENCES `guide`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `answer` (
	`row_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`interview_id` text NOT NULL,
	`question_id` text NOT NULL,
	`region_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`state` text NOT NULL,
	`value` text,
	`note` text NOT NULL,
	`text_value` text NOT NULL,
	`conflict_sequence` integer,
	FOREIGN KEY (`interview_id`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answer_question` ON `answer` (`interview_id`,`question_id`);--> statement-breakpoint
CREATE INDEX `answer_region` ON `answer` (`region_id`);--> statement-breakpoint
CREATE TABLE `answer_revision` (
	`interview_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`question_id` text NOT NULL,
	`op_id` text NOT NULL,
	`state` text NOT NULL,
	`value` text,
	`note` text NOT NULL,
	`base_sequence` integer NOT NULL,
	`conflict` integer NOT NULL,
	PRIMARY KEY(`interview_id`, `sequence`),
	FOREIGN KEY (`op_id`) REFERENCES `operation`(`op_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `answer_revision_question` ON `answer_revision` (`interview_id`,`question_id`);--> statement-breakpoint
CREATE TABLE `consent` (
	`op_id` text PRIMARY KEY NOT NULL,
	`interview_id` text NOT NULL,
	`respondent_id` text NOT NULL,
	`youth_id` text NOT NULL,
	`question_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`scope` text NOT NULL,
	`value` text NOT NULL,
	`text_version` text NOT NULL,
	`recorded_by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`op_id`) REFERENCES `operation`(`op_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`interview_id`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `consent_interview` ON `consent` (`interview_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `consent_youth` ON `consent` (`youth_id`);--> statement-breakpoint
CREATE TABLE `imported_line` (
	`line_id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`interview_id` text NOT NULL,
	`question_id` text NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `interview` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`youth_id` text NOT NULL,
	`respondent_id` text NOT NULL,
	`perspective` text NOT NULL,
	`guide_id` text NOT NULL,
	`guide_version` text,
	`state` text NOT NULL,
	`reason` text,
	`language` text NOT NULL,
	`channel` text NOT NULL,
	`conducted_on` text NOT NULL,
	`interviewer_id` text NOT NULL,
	`created_at` text NOT NULL,
	`started_at` text,
	`completed_at` text,
	`approved_at` text,
	`approved_by` text,
	`operations` integer NOT NULL,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`youth_id`) REFERENCES `youth`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`respondent_id`) REFERENCES `respondent`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `interview_region` ON `interview` (`region_id`,`state`);--> statement-breakpoint
CREATE INDEX `interview_youth` ON `interview` (`youth_id`);--> statement-breakpoint
CREATE TABLE `operation` (
	`op_id` text PRIMARY KEY NOT NULL,
	`interview_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`question_id` text NOT NULL,
	`kind` text NOT NULL,
	`digest` text NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`interview_id`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `operation_sequence` ON `operation` (`interview_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`providerId` text NOT NULL,
	`userId` text NOT NULL,
	`accessToken` text,
	`refreshToken` text,
	`idToken` text,
	`accessTokenExpiresAt` integer,
	`refreshTokenExpiresAt` integer,
	`scope` text,
	`password` text,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`userId`);--> statement-breakpoint
CREATE TABLE `disabled_person` (
	`person_id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`region_id` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE TABLE `membership` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`region_id` text,
	`created_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `membership_person` ON `membership` (`person_id`);--> statement-breakpoint
CREATE INDEX `membership_region` ON `membership` (`region_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expiresAt` integer NOT NULL,
	`token` text NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	`ipAddress` text,
	`userAgent` text,
	`userId` text NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`userId`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`emailVerified` integer DEFAULT false NOT NULL,
	`image` text,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expiresAt` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `assignment` (
	`youth_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`youth_id`, `person_id`),
	FOREIGN KEY (`youth_id`) REFERENCES `youth`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `assignment_person` ON `assignment` (`person_id`);--> statement-breakpoint
CREATE TABLE `region` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`practice` integer NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `region_key_unique` ON `region` (`key`);--> statement-breakpoint
CREATE TABLE `respondent` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`youth_id` text NOT NULL,
	`perspective` text NOT NULL,
	`number` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`youth_id`) REFERENCES `youth`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `respondent_number` ON `respondent` (`youth_id`,`perspective`,`number`);--> statement-breakpoint
CREATE TABLE `setting` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `youth` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`label` text NOT NULL,
	`enrolment_status` text NOT NULL,
	`age_band` text NOT NULL,
	`working_since` text NOT NULL,
	`import_key` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `youth_label` ON `youth` (`region_id`,`label`);--> statement-breakpoint
CREATE UNIQUE INDEX `youth_import` ON `youth` (`region_id`,`import_key`);--> statement-breakpoint
CREATE TABLE `report_text` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`language` text NOT NULL,
	`section` text NOT NULL,
	`revision` integer NOT NULL,
	`body` text NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_text_revision` ON `report_text` (`region_id`,`language`,`section`,`revision`);--> statement-breakpoint
CREATE INDEX `report_text_region` ON `report_text` (`region_id`);