BEGIN;
CREATE TABLE migration (hash TEXT PRIMARY KEY, at TEXT NOT NULL);
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
CREATE TABLE `codebook_version` (
	`version` text PRIMARY KEY NOT NULL,
	`codebook_id` text NOT NULL,
	`digest` text NOT NULL,
	`body` text NOT NULL,
	`published_at` text NOT NULL,
	`published_by` text NOT NULL
);
CREATE TABLE `guide` (
	`id` text PRIMARY KEY NOT NULL,
	`perspective` text NOT NULL
);
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
CREATE TABLE `imported_line` (
	`line_id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`interview_id` text NOT NULL,
	`question_id` text NOT NULL,
	`digest` text NOT NULL
);
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
CREATE TABLE `disabled_person` (
	`person_id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE restrict
);
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
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`emailVerified` integer DEFAULT false NOT NULL,
	`image` text,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL
);
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expiresAt` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL
);
CREATE TABLE `assignment` (
	`youth_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`youth_id`, `person_id`),
	FOREIGN KEY (`youth_id`) REFERENCES `youth`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE `region` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`practice` integer NOT NULL,
	`created_at` text NOT NULL
);
CREATE TABLE `respondent` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`youth_id` text NOT NULL,
	`perspective` text NOT NULL,
	`number` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`youth_id`) REFERENCES `youth`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE `setting` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
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
CREATE TABLE erasure_gate (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;
CREATE VIRTUAL TABLE answer_fts USING fts5(text_value, note, content='answer', content_rowid='row_id', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER answer_fts_insert AFTER INSERT ON answer BEGIN
  INSERT INTO answer_fts(rowid, text_value, note) VALUES (new.row_id, new.text_value, new.note);
END;
CREATE TRIGGER answer_fts_delete AFTER DELETE ON answer BEGIN
  INSERT INTO answer_fts(answer_fts, rowid, text_value, note) VALUES ('delete', old.row_id, old.text_value, old.note);
END;
CREATE TRIGGER answer_fts_update AFTER UPDATE OF text_value, note ON answer BEGIN
  INSERT INTO answer_fts(answer_fts, rowid, text_value, note) VALUES ('delete', old.row_id, old.text_value, old.note);
  INSERT INTO answer_fts(rowid, text_value, note) VALUES (new.row_id, new.text_value, new.note);
END;
INSERT INTO answer_fts(answer_fts, rank) VALUES('secure-delete', 1);
INSERT INTO "migration" VALUES('d42095630594ac2936b03368ed3ab88ba2197a5bc13fd5b669b0d1e6819e1c81','2025-11-03T09:00:00.000Z');
INSERT INTO "migration" VALUES('1ab2318a3147ee295a6fadef9580d5e3b8f329e0771141b91ee1f074c5f341ff','2025-11-03T09:00:00.000Z');
INSERT INTO "audit" VALUES(1,'2025-11-03T09:00:22.000Z','operator','operator','people.add',NULL,'["00000000-0000-7000-8000-000000000006"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(2,'2025-11-03T09:00:24.000Z','operator','operator','people.add',NULL,'["00000000-0000-7000-8000-000000000008"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(3,'2025-11-03T09:00:26.000Z','operator','operator','people.add',NULL,'["00000000-0000-7000-8000-00000000000a"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(4,'2025-11-03T09:00:28.000Z','operator','operator','people.disable',NULL,'["00000000-0000-7000-8000-000000000008"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(5,'2025-11-03T09:00:30.000Z','operator','operator','people.list',NULL,'["00000000-0000-7000-8000-000000000004","00000000-0000-7000-8000-000000000006","00000000-0000-7000-8000-000000000008","00000000-0000-7000-8000-00000000000a","00000000-0000-7000-8000-000000000002"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(6,'2025-11-03T09:00:32.000Z','operator','operator','people.end-membership',NULL,'["00000000-0000-7000-8000-000000000008"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(7,'2025-11-03T09:00:34.000Z','operator','operator','people.invite',NULL,'["00000000-0000-7000-8000-00000000000c"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(8,'2025-11-03T09:00:36.000Z','operator','operator','people.disable',NULL,'["00000000-0000-7000-8000-00000000000a"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(9,'2025-11-03T09:00:38.000Z','operator','operator','people.list',NULL,'["00000000-0000-7000-8000-000000000004","00000000-0000-7000-8000-000000000006","00000000-0000-7000-8000-000000000008","00000000-0000-7000-8000-00000000000a","00000000-0000-7000-8000-000000000002"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(10,'2025-11-03T09:00:40.000Z','operator','operator','people.end-membership',NULL,'["00000000-0000-7000-8000-00000000000a"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(11,'2025-11-03T09:00:42.000Z','operator','operator','people.invite',NULL,'["00000000-0000-7000-8000-00000000000d"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(12,'2025-11-03T09:00:45.000Z','operator','operator','youth.add','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-000000000000","00000000-0000-7000-8000-00000000000e"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(13,'2025-11-03T09:00:48.000Z','operator','operator','youth.add','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-000000000000","00000000-0000-7000-8000-00000000000f"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(14,'2025-11-03T09:00:51.000Z','operator','operator','youth.add','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-000000000000","00000000-0000-7000-8000-000000000010"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(15,'2025-11-03T09:00:53.000Z','operator','operator','youth.assign','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(16,'2025-11-03T09:00:55.000Z','operator','operator','youth.assign','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(17,'2025-11-03T09:00:59.000Z','operator','operator','interview.plan','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(18,'2025-11-03T09:01:01.000Z','operator','operator','interview.start','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(19,'2025-11-03T09:01:02.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(20,'2025-11-03T09:01:05.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(21,'2025-11-03T09:01:06.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(22,'2025-11-03T09:01:09.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(23,'2025-11-03T09:01:10.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(24,'2025-11-03T09:01:12.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(25,'2025-11-03T09:01:13.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(26,'2025-11-03T09:01:15.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(27,'2025-11-03T09:01:16.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(28,'2025-11-03T09:01:18.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(29,'2025-11-03T09:01:20.000Z','operator','operator','interview.complete','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(30,'2025-11-03T09:01:24.000Z','operator','operator','interview.plan','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000019"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(31,'2025-11-03T09:01:26.000Z','operator','operator','interview.start','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000019"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(32,'2025-11-03T09:01:27.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000019"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(33,'2025-11-03T09:01:30.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000019"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(34,'2025-11-03T09:01:31.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000019"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(35,'2025-11-03T09:01:34.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000019"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(36,'2025-11-03T09:01:35.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000019"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(37,'2025-11-03T09:01:37.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000019"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(38,'2025-11-03T09:01:38.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000019"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(39,'2025-11-03T09:01:40.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000019"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(40,'2025-11-03T09:01:41.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000019"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(41,'2025-11-03T09:01:43.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000019"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(42,'2025-11-03T09:01:45.000Z','operator','operator','interview.complete','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000019"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(43,'2025-11-03T09:01:46.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(44,'2025-11-03T09:01:49.000Z','00000000-0000-7000-8000-000000000004','analyst','coding.code','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012","00000000-0000-7000-8000-00000000001f","00000000-0000-7000-8000-000000000020"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(45,'2025-11-03T09:01:50.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(46,'2025-11-03T09:01:53.000Z','00000000-0000-7000-8000-000000000004','analyst','coding.code','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012","00000000-0000-7000-8000-000000000022","00000000-0000-7000-8000-000000000023"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(47,'2025-11-03T09:01:54.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000019"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(48,'2025-11-03T09:01:57.000Z','00000000-0000-7000-8000-000000000004','analyst','coding.code','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000019","00000000-0000-7000-8000-000000000025","00000000-0000-7000-8000-000000000026"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(49,'2025-11-03T09:01:58.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(50,'2025-11-03T09:02:00.000Z','operator','operator','interview.approve','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000012"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(51,'2025-11-03T09:02:04.000Z','operator','operator','interview.plan','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000029"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(52,'2025-11-03T09:02:06.000Z','operator','operator','interview.start','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000029"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(53,'2025-11-03T09:02:07.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000029"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(54,'2025-11-03T09:02:10.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000029"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(55,'2025-11-03T09:02:11.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000029"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(56,'2025-11-03T09:02:14.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000029"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(57,'2025-11-03T09:02:15.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000029"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(58,'2025-11-03T09:02:17.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000029"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(59,'2025-11-03T09:02:18.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000029"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(60,'2025-11-03T09:02:20.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000029"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(61,'2025-11-03T09:02:21.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000029"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(62,'2025-11-03T09:02:23.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000029"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(63,'2025-11-03T09:02:27.000Z','operator','operator','interview.plan','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000030"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(64,'2025-11-03T09:02:29.000Z','operator','operator','interview.start','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000030"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(65,'2025-11-03T09:02:30.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000030"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(66,'2025-11-03T09:02:33.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000030"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(67,'2025-11-03T09:02:34.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000030"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(68,'2025-11-03T09:02:37.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000030"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(69,'2025-11-03T09:02:39.000Z','operator','operator','interview.pause','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-000000000030"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(70,'2025-11-03T09:02:43.000Z','operator','operator','interview.plan','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000034"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(71,'2025-11-03T09:02:45.000Z','operator','operator','interview.start','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000034"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(72,'2025-11-03T09:02:46.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000034"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(73,'2025-11-03T09:02:49.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000034"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(74,'2025-11-03T09:02:50.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000034"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(75,'2025-11-03T09:02:53.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000034"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(76,'2025-11-03T09:02:55.000Z','operator','operator','interview.stop','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000034"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(77,'2025-11-03T09:02:59.000Z','operator','operator','interview.plan','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000038"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(78,'2025-11-03T09:03:01.000Z','operator','operator','interview.discard','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000e","00000000-0000-7000-8000-000000000038"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(79,'2025-11-03T09:03:05.000Z','operator','operator','interview.plan','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-00000000000f","00000000-0000-7000-8000-00000000003a"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(80,'2025-11-03T09:03:09.000Z','operator','operator','interview.plan','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-000000000010","00000000-0000-7000-8000-00000000003c"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(81,'2025-11-03T09:03:11.000Z','operator','operator','interview.start','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-000000000010","00000000-0000-7000-8000-00000000003c"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(82,'2025-11-03T09:03:12.000Z','operator','operator','interview.view','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-000000000010","00000000-0000-7000-8000-00000000003c"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(83,'2025-11-03T09:03:15.000Z','operator','operator','answer.save','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-000000000010","00000000-0000-7000-8000-00000000003c"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(84,'2025-11-03T09:03:17.000Z','operator','operator','report.text','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-000000000000"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(85,'2025-11-03T09:03:19.000Z','operator','operator','report.text','00000000-0000-7000-8000-000000000000','["00000000-0000-7000-8000-000000000000"]','done',NULL,NULL);
INSERT INTO "audit" VALUES(86,'2025-11-03T09:03:32.000Z','operator','operator','import.record',NULL,'[]','done',NULL,NULL);
INSERT INTO "audit" VALUES(87,'2025-11-04T09:03:34.000Z','operator','operator','audit.prune',NULL,'[]','done',NULL,NULL);
INSERT INTO "audit" VALUES(88,'2025-11-06T09:03:36.000Z','operator','operator','audit.prune',NULL,'[]','done',NULL,NULL);
INSERT INTO "coding" VALUES('00000000-0000-7000-8000-000000000020','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-00000000001f','0.9.0','what-helped','something','{}','kijk nog eens',1,'00000000-0000-7000-8000-000000000004','2025-11-03T09:01:47.000Z');
INSERT INTO "coding" VALUES('00000000-0000-7000-8000-000000000023','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-000000000022','0.9.0','what-helped','something','{}','kijk nog eens',1,'00000000-0000-7000-8000-000000000004','2025-11-03T09:01:51.000Z');
INSERT INTO "coding" VALUES('00000000-0000-7000-8000-000000000026','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-000000000025','0.9.0','what-helped','something','{}','kijk nog eens',1,'00000000-0000-7000-8000-000000000004','2025-11-03T09:01:55.000Z');
INSERT INTO "coding" VALUES('00000000-0000-7000-8000-000000000047','00000000-0000-7000-8000-000000000001','00000000-0000-7000-8000-000000000046','0.9.0','barriers','somebody','{}','',0,'operator','2025-11-03T09:03:25.000Z');
INSERT INTO "coding" VALUES('00000000-0000-7000-8000-00000000004f','00000000-0000-7000-8000-000000000001','00000000-0000-7000-8000-00000000004e','0.9.0','barriers','somebody','{}','',0,'operator','2025-11-03T09:03:31.000Z');
INSERT INTO "coding_act" VALUES('00000000-0000-7000-8000-000000000021','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-000000000004','00000000-0000-7000-8000-000000000012','seen','{"kind":"code","passages":[{"id":"00000000-0000-7000-8000-00000000001f","before":null,"after":{"interviewId":"00000000-0000-7000-8000-000000000012","questionId":"seen","field":"value","sequence":4,"start":0,"end":28,"id":"00000000-0000-7000-8000-00000000001f","regionId":"00000000-0000-7000-8000-000000000000","quote":"Op de dijk telde hij ganzen.","flag":null,"createdAt":"2025-11-03T09:01:47.000Z"}}],"codings":[{"id":"00000000-0000-7000-8000-000000000020","before":null,"after":{"id":"00000000-0000-7000-8000-000000000020","regionId":"00000000-0000-7000-8000-000000000000","passageId":"00000000-0000-7000-8000-00000000001f","codebookVersion":"0.9.0","theme":"what-helped","code":"something","facets":{},"memo":"kijk nog eens","forReport":true,"coderId":"00000000-0000-7000-8000-000000000004","createdAt":"2025-11-03T09:01:47.000Z"}}]}',0,'2025-11-03T09:01:48.000Z');
INSERT INTO "coding_act" VALUES('00000000-0000-7000-8000-000000000024','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-000000000004','00000000-0000-7000-8000-000000000012','seen','{"kind":"code","passages":[{"id":"00000000-0000-7000-8000-000000000022","before":null,"after":{"interviewId":"00000000-0000-7000-8000-000000000012","questionId":"seen","field":"value","sequence":4,"start":69,"end":88,"id":"00000000-0000-7000-8000-000000000022","regionId":"00000000-0000-7000-8000-000000000000","quote":"Daarna rekende hij.","flag":null,"createdAt":"2025-11-03T09:01:51.000Z"}}],"codings":[{"id":"00000000-0000-7000-8000-000000000023","before":null,"after":{"id":"00000000-0000-7000-8000-000000000023","regionId":"00000000-0000-7000-8000-000000000000","passageId":"00000000-0000-7000-8000-000000000022","codebookVersion":"0.9.0","theme":"what-helped","code":"something","facets":{},"memo":"kijk nog eens","forReport":true,"coderId":"00000000-0000-7000-8000-000000000004","createdAt":"2025-11-03T09:01:51.000Z"}}]}',0,'2025-11-03T09:01:52.000Z');
INSERT INTO "coding_act" VALUES('00000000-0000-7000-8000-000000000027','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-000000000004','00000000-0000-7000-8000-000000000019','seen','{"kind":"code","passages":[{"id":"00000000-0000-7000-8000-000000000025","before":null,"after":{"interviewId":"00000000-0000-7000-8000-000000000019","questionId":"seen","field":"value","sequence":4,"start":12,"end":38,"id":"00000000-0000-7000-8000-000000000025","regionId":"00000000-0000-7000-8000-000000000000","quote":"een plattegrond van de kas","flag":null,"createdAt":"2025-11-03T09:01:55.000Z"}}],"codings":[{"id":"00000000-0000-7000-8000-000000000026","before":null,"after":{"id":"00000000-0000-7000-8000-000000000026","regionId":"00000000-0000-7000-8000-000000000000","passageId":"00000000-0000-7000-8000-000000000025","codebookVersion":"0.9.0","theme":"what-helped","code":"something","facets":{},"memo":"kijk nog eens","forReport":true,"coderId":"00000000-0000-7000-8000-000000000004","createdAt":"2025-11-03T09:01:55.000Z"}}]}',0,'2025-11-03T09:01:56.000Z');
INSERT INTO "passage" VALUES('00000000-0000-7000-8000-00000000001f','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-000000000012','seen','value',4,0,28,'Op de dijk telde hij ganzen.',NULL,'2025-11-03T09:01:47.000Z');
INSERT INTO "passage" VALUES('00000000-0000-7000-8000-000000000022','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-000000000012','seen','value',4,69,88,'Daarna rekende hij.',NULL,'2025-11-03T09:01:51.000Z');
INSERT INTO "passage" VALUES('00000000-0000-7000-8000-000000000025','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-000000000019','seen','value',4,12,38,'een plattegrond van de kas',NULL,'2025-11-03T09:01:55.000Z');
INSERT INTO "passage" VALUES('00000000-0000-7000-8000-000000000046','00000000-0000-7000-8000-000000000001','00000000-0000-7000-8000-000000000042','seen','value',3,0,6,'Nieman',NULL,'2025-11-03T09:03:25.000Z');
INSERT INTO "passage" VALUES('00000000-0000-7000-8000-00000000004e','00000000-0000-7000-8000-000000000001','00000000-0000-7000-8000-00000000004a','seen','value',3,0,6,'Steeds',NULL,'2025-11-03T09:03:31.000Z');
INSERT INTO "codebook_version" VALUES('0.8.0','codebook','6b13b8806e8286aac404955ecaa284541c4eef9449210cf7bc5b9304806e8acf','{"schemaVersion":1,"id":"codebook","version":"0.8.0","locale":"nl","facets":{},"themes":[{"id":"development-present","order":1,"name":{"nl":"development-present","en":"development-present"},"definition":{"nl":"development-present","en":"development-present"},"codes":[{"id":"somebody","name":{"nl":"somebody","en":"somebody"},"definition":{"nl":"somebody","en":"somebody"},"use":{"nl":"somebody","en":"somebody"},"notUse":{"nl":"somebody","en":"somebody"},"example":{"nl":"somebody","en":"somebody"}},{"id":"something","name":{"nl":"something","en":"something"},"definition":{"nl":"something","en":"something"},"use":{"nl":"something","en":"something"},"notUse":{"nl":"something","en":"something"},"example":{"nl":"something","en":"something"}}]},{"id":"what-helped","order":2,"name":{"nl":"what-helped","en":"what-helped"},"definition":{"nl":"what-helped","en":"what-helped"},"codes":[{"id":"somebody","name":{"nl":"somebody","en":"somebody"},"definition":{"nl":"somebody","en":"somebody"},"use":{"nl":"somebody","en":"somebody"},"notUse":{"nl":"somebody","en":"somebody"},"example":{"nl":"somebody","en":"somebody"}},{"id":"something","name":{"nl":"something","en":"something"},"definition":{"nl":"something","en":"something"},"use":{"nl":"something","en":"something"},"notUse":{"nl":"something","en":"something"},"example":{"nl":"something","en":"something"}}]},{"id":"more-possible","order":3,"name":{"nl":"more-possible","en":"more-possible"},"definition":{"nl":"more-possible","en":"more-possible"},"codes":[{"id":"somebody","name":{"nl":"somebody","en":"somebody"},"definition":{"nl":"somebody","en":"somebody"},"use":{"nl":"somebody","en":"somebody"},"notUse":{"nl":"somebody","en":"somebody"},"example":{"nl":"somebody","en":"somebody"}},{"id":"something","name":{"nl":"something","en":"something"},"definition":{"nl":"something","en":"something"},"use":{"nl":"something","en":"something"},"notUse":{"nl":"something","en":"something"},"example":{"nl":"something","en":"something"}}]},{"id":"barriers","order":4,"name":{"nl":"barriers","en":"barriers"},"definition":{"nl":"barriers","en":"barriers"},"codes":[{"id":"somebody","name":{"nl":"somebody","en":"somebody"},"definition":{"nl":"somebody","en":"somebody"},"use":{"nl":"somebody","en":"somebody"},"notUse":{"nl":"somebody","en":"somebody"},"example":{"nl":"somebody","en":"somebody"}},{"id":"something","name":{"nl":"something","en":"something"},"definition":{"nl":"something","en":"something"},"use":{"nl":"something","en":"something"},"notUse":{"nl":"something","en":"something"},"example":{"nl":"something","en":"something"}}]}]}','2025-11-03T09:00:07.000Z','operator');
INSERT INTO "codebook_version" VALUES('0.9.0','codebook','035b2225b7585b91f632567eb023993b0e5ec171f02cfea99b6ae4b30c98a049','{"schemaVersion":1,"id":"codebook","version":"0.9.0","locale":"nl","facets":{},"themes":[{"id":"development-present","order":1,"name":{"nl":"development-present","en":"development-present"},"definition":{"nl":"development-present","en":"development-present"},"codes":[{"id":"somebody","name":{"nl":"somebody","en":"somebody"},"definition":{"nl":"somebody","en":"somebody"},"use":{"nl":"somebody","en":"somebody"},"notUse":{"nl":"somebody","en":"somebody"},"example":{"nl":"somebody","en":"somebody"}},{"id":"something","name":{"nl":"something","en":"something"},"definition":{"nl":"something","en":"something"},"use":{"nl":"something","en":"something"},"notUse":{"nl":"something","en":"something"},"example":{"nl":"something","en":"something"}}]},{"id":"what-helped","order":2,"name":{"nl":"what-helped","en":"what-helped"},"definition":{"nl":"what-helped","en":"what-helped"},"codes":[{"id":"somebody","name":{"nl":"somebody","en":"somebody"},"definition":{"nl":"somebody","en":"somebody"},"use":{"nl":"somebody","en":"somebody"},"notUse":{"nl":"somebody","en":"somebody"},"example":{"nl":"somebody","en":"somebody"}},{"id":"something","name":{"nl":"something","en":"something"},"definition":{"nl":"something","en":"something"},"use":{"nl":"something","en":"something"},"notUse":{"nl":"something","en":"something"},"example":{"nl":"something","en":"something"}}]},{"id":"more-possible","order":3,"name":{"nl":"more-possible","en":"more-possible"},"definition":{"nl":"more-possible","en":"more-possible"},"codes":[{"id":"somebody","name":{"nl":"somebody","en":"somebody"},"definition":{"nl":"somebody","en":"somebody"},"use":{"nl":"somebody","en":"somebody"},"notUse":{"nl":"somebody","en":"somebody"},"example":{"nl":"somebody","en":"somebody"}},{"id":"something","name":{"nl":"something","en":"something"},"definition":{"nl":"something","en":"something"},"use":{"nl":"something","en":"something"},"notUse":{"nl":"something","en":"something"},"example":{"nl":"something","en":"something"}}]},{"id":"barriers","order":4,"name":{"nl":"barriers","en":"barriers"},"definition":{"nl":"barriers","en":"barriers"},"codes":[{"id":"somebody","name":{"nl":"somebody","en":"somebody"},"definition":{"nl":"somebody","en":"somebody"},"use":{"nl":"somebody","en":"somebody"},"notUse":{"nl":"somebody","en":"somebody"},"example":{"nl":"somebody","en":"somebody"}},{"id":"something","name":{"nl":"something","en":"something"},"definition":{"nl":"something","en":"something"},"use":{"nl":"something","en":"something"},"notUse":{"nl":"something","en":"something"},"example":{"nl":"something","en":"something"}}]}]}','2025-11-03T09:00:09.000Z','operator');
INSERT INTO "guide" VALUES('guide-parent','parent');
INSERT INTO "guide" VALUES('guide-youth','youth');
INSERT INTO "guide" VALUES('guide-professional','professional');
INSERT INTO "guide_version" VALUES('guide-parent','0.9.0','16fd0f8c6cf1dce7fd409501bced941403f6ed909d9920a1d715db04aecec592','{"schemaVersion":1,"id":"guide-parent","version":"0.9.0","perspective":"parent","locale":"nl","register":"u","languageLevel":"B1","estimatedMinutes":20,"title":{"nl":"Kleine leidraad","en":"Kleine leidraad"},"steps":[{"id":"opening","miProcess":"engage","minutes":20,"title":{"nl":"Begin","en":"Begin"},"goal":{"nl":"Vertrouwd raken","en":"Vertrouwd raken"},"questions":[{"construct":"talk","required":true,"probes":[],"themes":[],"id":"takes-part","type":"yes-no","consentScope":"participate","text":{"nl":"Doet u mee?","en":"Doet u mee?"}},{"construct":"talk","required":true,"probes":[],"themes":[],"id":"may-be-used","type":"multi-choice","consentScope":"list","text":{"nl":"Wat mag?","en":"Wat mag?"},"options":[{"value":"learn-region","label":{"nl":"learn-region","en":"learn-region"}},{"value":"learn-other-regions","label":{"nl":"learn-other-regions","en":"learn-other-regions"}},{"value":"quote","label":{"nl":"quote","en":"quote"}},{"value":"audio","label":{"nl":"audio","en":"audio"}},{"value":"recontact","label":{"nl":"recontact","en":"recontact"}}]},{"construct":"talk","required":true,"probes":[],"themes":["what-helped"],"id":"seen","type":"long-text","text":{"nl":"Wat ziet u?","en":"Wat ziet u?"}},{"construct":"talk","required":true,"probes":[],"themes":[],"id":"where","type":"single-choice","text":{"nl":"Waar?","en":"Waar?"},"options":[{"value":"home","label":{"nl":"home","en":"home"}},{"value":"outside","label":{"nl":"outside","en":"outside"}}]}]}]}','2025-11-03T09:00:01.000Z','operator');
INSERT INTO "guide_version" VALUES('guide-youth','0.9.0','07319d2581f76983ff61686e8af4464486596fd29d2467269b752cc199b3c13d','{"schemaVersion":1,"id":"guide-youth","version":"0.9.0","perspective":"youth","locale":"nl","register":"je","languageLevel":"B1","estimatedMinutes":20,"title":{"nl":"Kleine leidraad","en":"Kleine leidraad"},"steps":[{"id":"opening","miProcess":"engage","minutes":20,"title":{"nl":"Begin","en":"Begin"},"goal":{"nl":"Vertrouwd raken","en":"Vertrouwd raken"},"questions":[{"construct":"talk","required":true,"probes":[],"themes":[],"id":"takes-part","type":"yes-no","consentScope":"participate","text":{"nl":"Doet u mee?","en":"Doet u mee?"}},{"construct":"talk","required":true,"probes":[],"themes":[],"id":"may-be-used","type":"multi-choice","consentScope":"list","text":{"nl":"Wat mag?","en":"Wat mag?"},"options":[{"value":"learn-region","label":{"nl":"learn-region","en":"learn-region"}},{"value":"learn-other-regions","label":{"nl":"learn-other-regions","en":"learn-other-regions"}},{"value":"quote","label":{"nl":"quote","en":"quote"}},{"value":"audio","label":{"nl":"audio","en":"audio"}},{"value":"recontact","label":{"nl":"recontact","en":"recontact"}}]},{"construct":"talk","required":true,"probes":[],"themes":["what-helped"],"id":"seen","type":"long-text","text":{"nl":"Wat ziet u?","en":"Wat ziet u?"}},{"construct":"talk","required":true,"probes":[],"themes":[],"id":"where","type":"single-choice","text":{"nl":"Waar?","en":"Waar?"},"options":[{"value":"home","label":{"nl":"home","en":"home"}},{"value":"outside","label":{"nl":"outside","en":"outside"}}]}]}]}','2025-11-03T09:00:03.000Z','operator');
INSERT INTO "guide_version" VALUES('guide-professional','0.9.0','00aa289e1efb5e26c31ab80bbe04eecbc85eca6e4a33a2192356e0ca1a0f129b','{"schemaVersion":1,"id":"guide-professional","version":"0.9.0","perspective":"professional","locale":"nl","register":"u","languageLevel":"B1","estimatedMinutes":20,"title":{"nl":"Kleine leidraad","en":"Kleine leidraad"},"steps":[{"id":"opening","miProcess":"engage","minutes":20,"title":{"nl":"Begin","en":"Begin"},"goal":{"nl":"Vertrouwd raken","en":"Vertrouwd raken"},"questions":[{"construct":"talk","required":true,"probes":[],"themes":[],"id":"takes-part","type":"yes-no","consentScope":"participate","text":{"nl":"Doet u mee?","en":"Doet u mee?"}},{"construct":"talk","required":true,"probes":[],"themes":[],"id":"may-be-used","type":"multi-choice","consentScope":"list","text":{"nl":"Wat mag?","en":"Wat mag?"},"options":[{"value":"learn-region","label":{"nl":"learn-region","en":"learn-region"}},{"value":"learn-other-regions","label":{"nl":"learn-other-regions","en":"learn-other-regions"}},{"value":"quote","label":{"nl":"quote","en":"quote"}},{"value":"audio","label":{"nl":"audio","en":"audio"}},{"value":"recontact","label":{"nl":"recontact","en":"recontact"}}]},{"construct":"talk","required":true,"probes":[],"themes":["what-helped"],"id":"seen","type":"long-text","text":{"nl":"Wat ziet u?","en":"Wat ziet u?"}},{"construct":"talk","required":true,"probes":[],"themes":[],"id":"where","type":"single-choice","text":{"nl":"Waar?","en":"Waar?"},"options":[{"value":"home","label":{"nl":"home","en":"home"}},{"value":"outside","label":{"nl":"outside","en":"outside"}}]}]}]}','2025-11-03T09:00:05.000Z','operator');
INSERT INTO "answer" VALUES(1,'00000000-0000-7000-8000-000000000012','seen','00000000-0000-7000-8000-000000000000',4,'answered','"Op de dijk telde hij ganzen. Sanne ging mee, en Joost Bakker ook. 🌊 Daarna rekende hij."','','Op de dijk telde hij ganzen. Sanne ging mee, en Joost Bakker ook. 🌊 Daarna rekende hij.',NULL);
INSERT INTO "answer" VALUES(2,'00000000-0000-7000-8000-000000000012','where','00000000-0000-7000-8000-000000000000',5,'answered','"outside"','Bij de waterkant.','',NULL);
INSERT INTO "answer" VALUES(3,'00000000-0000-7000-8000-000000000019','seen','00000000-0000-7000-8000-000000000000',4,'answered','"Zij tekende een plattegrond van de kas."','','Zij tekende een plattegrond van de kas.',NULL);
INSERT INTO "answer" VALUES(4,'00000000-0000-7000-8000-000000000019','where','00000000-0000-7000-8000-000000000000',5,'answered','"outside"','Bij de waterkant.','',NULL);
INSERT INTO "answer" VALUES(5,'00000000-0000-7000-8000-000000000029','seen','00000000-0000-7000-8000-000000000000',4,'answered','"Hij kwam elke dinsdag naar de werkplaats."','','Hij kwam elke dinsdag naar de werkplaats.',5);
INSERT INTO "answer" VALUES(6,'00000000-0000-7000-8000-000000000042','seen','00000000-0000-7000-8000-000000000001',3,'answered','"Niemand belde terug."','','Niemand belde terug.',NULL);
INSERT INTO "answer" VALUES(7,'00000000-0000-7000-8000-00000000004a','seen','00000000-0000-7000-8000-000000000001',3,'answered','"Steeds weer een ander loket."','','Steeds weer een ander loket.',NULL);
INSERT INTO "answer_revision" VALUES('00000000-0000-7000-8000-000000000012',3,'seen','00000000-0000-7000-8000-000000000015','answered','"Nog niets."','',0,0);
INSERT INTO "answer_revision" VALUES('00000000-0000-7000-8000-000000000012',4,'seen','00000000-0000-7000-8000-000000000016','answered','"Op de dijk telde hij ganzen. Sanne ging mee, en Joost Bakker ook. 🌊 Daarna rekende hij."','',3,0);
INSERT INTO "answer_revision" VALUES('00000000-0000-7000-8000-000000000012',5,'where','00000000-0000-7000-8000-000000000017','answered','"outside"','Bij de waterkant.',0,0);
INSERT INTO "answer_revision" VALUES('00000000-0000-7000-8000-000000000019',3,'seen','00000000-0000-7000-8000-00000000001c','answered','"Nog niets."','',0,0);
INSERT INTO "answer_revision" VALUES('00000000-0000-7000-8000-000000000019',4,'seen','00000000-0000-7000-8000-00000000001d','answered','"Zij tekende een plattegrond van de kas."','',3,0);
INSERT INTO "answer_revision" VALUES('00000000-0000-7000-8000-000000000019',5,'where','00000000-0000-7000-8000-00000000001e','answered','"outside"','Bij de waterkant.',0,0);
INSERT INTO "answer_revision" VALUES('00000000-0000-7000-8000-000000000029',3,'seen','00000000-0000-7000-8000-00000000002c','answered','"Hij kwam elke dinsdag."','',0,0);
INSERT INTO "answer_revision" VALUES('00000000-0000-7000-8000-000000000029',4,'seen','00000000-0000-7000-8000-00000000002d','answered','"Hij kwam elke dinsdag naar de werkplaats."','',3,0);
INSERT INTO "answer_revision" VALUES('00000000-0000-7000-8000-000000000029',5,'seen','00000000-0000-7000-8000-00000000002e','answered','"Hij kwam elke dinsdag met zijn hond."','',3,1);
INSERT INTO "answer_revision" VALUES('00000000-0000-7000-8000-000000000042',3,'seen','00000000-0000-7000-8000-000000000045','answered','"Niemand belde terug."','',0,0);
INSERT INTO "answer_revision" VALUES('00000000-0000-7000-8000-00000000004a',3,'seen','00000000-0000-7000-8000-00000000004d','answered','"Steeds weer een ander loket."','',0,0);
INSERT INTO "consent" VALUES('00000000-0000-7000-8000-000000000013','00000000-0000-7000-8000-000000000012','00000000-0000-7000-8000-000000000011','00000000-0000-7000-8000-00000000000e','takes-part',1,'participate','"yes"','guide-parent 0.9.0','operator','2025-11-03T09:01:04.000Z');
INSERT INTO "consent" VALUES('00000000-0000-7000-8000-000000000014','00000000-0000-7000-8000-000000000012','00000000-0000-7000-8000-000000000011','00000000-0000-7000-8000-00000000000e','may-be-used',2,'list','["learn-region","quote"]','guide-parent 0.9.0','operator','2025-11-03T09:01:08.000Z');
INSERT INTO "consent" VALUES('00000000-0000-7000-8000-00000000001a','00000000-0000-7000-8000-000000000019','00000000-0000-7000-8000-000000000018','00000000-0000-7000-8000-00000000000f','takes-part',1,'participate','"yes"','guide-parent 0.9.0','operator','2025-11-03T09:01:29.000Z');
INSERT INTO "consent" VALUES('00000000-0000-7000-8000-00000000001b','00000000-0000-7000-8000-000000000019','00000000-0000-7000-8000-000000000018','00000000-0000-7000-8000-00000000000f','may-be-used',2,'list','["learn-region","quote"]','guide-parent 0.9.0','operator','2025-11-03T09:01:33.000Z');
INSERT INTO "consent" VALUES('00000000-0000-7000-8000-00000000002a','00000000-0000-7000-8000-000000000029','00000000-0000-7000-8000-000000000028','00000000-0000-7000-8000-00000000000e','takes-part',1,'participate','"yes"','guide-professional 0.9.0','operator','2025-11-03T09:02:09.000Z');
INSERT INTO "consent" VALUES('00000000-0000-7000-8000-00000000002b','00000000-0000-7000-8000-000000000029','00000000-0000-7000-8000-000000000028','00000000-0000-7000-8000-00000000000e','may-be-used',2,'list','["learn-region","quote"]','guide-professional 0.9.0','operator','2025-11-03T09:02:13.000Z');
INSERT INTO "consent" VALUES('00000000-0000-7000-8000-000000000031','00000000-0000-7000-8000-000000000030','00000000-0000-7000-8000-00000000002f','00000000-0000-7000-8000-00000000000f','takes-part',1,'participate','"yes"','guide-professional 0.9.0','operator','2025-11-03T09:02:32.000Z');
INSERT INTO "consent" VALUES('00000000-0000-7000-8000-000000000032','00000000-0000-7000-8000-000000000030','00000000-0000-7000-8000-00000000002f','00000000-0000-7000-8000-00000000000f','may-be-used',2,'list','["learn-region","quote"]','guide-professional 0.9.0','operator','2025-11-03T09:02:36.000Z');
INSERT INTO "consent" VALUES('00000000-0000-7000-8000-000000000035','00000000-0000-7000-8000-000000000034','00000000-0000-7000-8000-000000000033','00000000-0000-7000-8000-00000000000e','takes-part',1,'participate','"yes"','guide-parent 0.9.0','operator','2025-11-03T09:02:48.000Z');
INSERT INTO "consent" VALUES('00000000-0000-7000-8000-000000000036','00000000-0000-7000-8000-000000000034','00000000-0000-7000-8000-000000000033','00000000-0000-7000-8000-00000000000e','may-be-used',2,'list','["learn-region","quote"]','guide-parent 0.9.0','operator','2025-11-03T09:02:52.000Z');
INSERT INTO "consent" VALUES('00000000-0000-7000-8000-00000000003d','00000000-0000-7000-8000-00000000003c','00000000-0000-7000-8000-00000000003b','00000000-0000-7000-8000-000000000010','takes-part',1,'participate','"no"','guide-parent 0.9.0','operator','2025-11-03T09:03:14.000Z');
INSERT INTO "consent" VALUES('00000000-0000-7000-8000-000000000043','00000000-0000-7000-8000-000000000042','00000000-0000-7000-8000-000000000041','00000000-0000-7000-8000-000000000040','takes-part',1,'participate','"yes"','guide-parent 0.9.0','operator','2025-11-03T09:03:24.000Z');
INSERT INTO "consent" VALUES('00000000-0000-7000-8000-000000000044','00000000-0000-7000-8000-000000000042','00000000-0000-7000-8000-000000000041','00000000-0000-7000-8000-000000000040','may-be-used',2,'list','["learn-region","learn-other-regions","quote","audio","recontact"]','guide-parent 0.9.0','operator','2025-11-03T09:03:24.000Z');
INSERT INTO "consent" VALUES('00000000-0000-7000-8000-00000000004b','00000000-0000-7000-8000-00000000004a','00000000-0000-7000-8000-000000000049','00000000-0000-7000-8000-000000000048','takes-part',1,'participate','"yes"','guide-parent 0.9.0','operator','2025-11-03T09:03:30.000Z');
INSERT INTO "consent" VALUES('00000000-0000-7000-8000-00000000004c','00000000-0000-7000-8000-00000000004a','00000000-0000-7000-8000-000000000049','00000000-0000-7000-8000-000000000048','may-be-used',2,'list','["learn-region","learn-other-regions","quote","audio","recontact"]','guide-parent 0.9.0','operator','2025-11-03T09:03:30.000Z');
INSERT INTO "imported_line" VALUES('oud-1','00000000-0000-7000-8000-000000000001','00000000-0000-7000-8000-000000000042','seen','c67bf92b3056736b2b0f284f4f8e73df31d67339ffc7d5c6066fcd09c1a2ddaf');
INSERT INTO "imported_line" VALUES('oud-2','00000000-0000-7000-8000-000000000001','00000000-0000-7000-8000-00000000004a','seen','f187a55b2b10cf30bceb72767da9509cf869bfbcab5bdc189f88d2ceff1df55b');
INSERT INTO "interview" VALUES('00000000-0000-7000-8000-000000000012','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-00000000000e','00000000-0000-7000-8000-000000000011','parent','guide-parent','0.9.0','approved',NULL,'nl','at-home','2025-11-03','00000000-0000-7000-8000-000000000002','2025-11-03T09:00:57.000Z','2025-11-03T09:01:00.000Z','2025-11-03T09:01:19.000Z','2025-11-03T09:01:59.000Z','operator',5);
INSERT INTO "interview" VALUES('00000000-0000-7000-8000-000000000019','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-00000000000f','00000000-0000-7000-8000-000000000018','parent','guide-parent','0.9.0','completed',NULL,'nl','at-home','2025-11-03','00000000-0000-7000-8000-000000000002','2025-11-03T09:01:22.000Z','2025-11-03T09:01:25.000Z','2025-11-03T09:01:44.000Z',NULL,NULL,5);
INSERT INTO "interview" VALUES('00000000-0000-7000-8000-000000000029','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-00000000000e','00000000-0000-7000-8000-000000000028','professional','guide-professional','0.9.0','running',NULL,'nl','at-home','2025-11-03','00000000-0000-7000-8000-000000000002','2025-11-03T09:02:02.000Z','2025-11-03T09:02:05.000Z',NULL,NULL,NULL,5);
INSERT INTO "interview" VALUES('00000000-0000-7000-8000-000000000030','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-00000000000f','00000000-0000-7000-8000-00000000002f','professional','guide-professional','0.9.0','paused',NULL,'nl','at-home','2025-11-03','00000000-0000-7000-8000-000000000002','2025-11-03T09:02:25.000Z','2025-11-03T09:02:28.000Z',NULL,NULL,NULL,2);
INSERT INTO "interview" VALUES('00000000-0000-7000-8000-000000000034','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-00000000000e','00000000-0000-7000-8000-000000000033','parent','guide-parent','0.9.0','stopped',NULL,'nl','at-home','2025-11-03','00000000-0000-7000-8000-000000000002','2025-11-03T09:02:41.000Z','2025-11-03T09:02:44.000Z',NULL,NULL,NULL,2);
INSERT INTO "interview" VALUES('00000000-0000-7000-8000-000000000038','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-00000000000e','00000000-0000-7000-8000-000000000037','youth','guide-youth',NULL,'discarded','Dubbel','nl','at-home','2025-11-03','00000000-0000-7000-8000-000000000002','2025-11-03T09:02:57.000Z',NULL,NULL,NULL,NULL,0);
INSERT INTO "interview" VALUES('00000000-0000-7000-8000-00000000003a','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-00000000000f','00000000-0000-7000-8000-000000000039','youth','guide-youth',NULL,'planned',NULL,'nl','at-home','2025-11-03','00000000-0000-7000-8000-000000000002','2025-11-03T09:03:03.000Z',NULL,NULL,NULL,NULL,0);
INSERT INTO "interview" VALUES('00000000-0000-7000-8000-00000000003c','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-000000000010','00000000-0000-7000-8000-00000000003b','parent','guide-parent','0.9.0','refused',NULL,'nl','at-home','2025-11-03','00000000-0000-7000-8000-000000000002','2025-11-03T09:03:07.000Z','2025-11-03T09:03:10.000Z',NULL,NULL,NULL,1);
INSERT INTO "interview" VALUES('00000000-0000-7000-8000-000000000042','00000000-0000-7000-8000-000000000001','00000000-0000-7000-8000-000000000040','00000000-0000-7000-8000-000000000041','parent','guide-parent','0.9.0','completed',NULL,'nl','at-home','2025-11-03','operator','2025-11-03T09:03:23.000Z','2025-11-03T09:03:23.000Z','2025-11-03T09:03:23.000Z',NULL,NULL,3);
INSERT INTO "interview" VALUES('00000000-0000-7000-8000-00000000004a','00000000-0000-7000-8000-000000000001','00000000-0000-7000-8000-000000000048','00000000-0000-7000-8000-000000000049','parent','guide-parent','0.9.0','completed',NULL,'nl','at-home','2025-11-03','operator','2025-11-03T09:03:29.000Z','2025-11-03T09:03:29.000Z','2025-11-03T09:03:29.000Z',NULL,NULL,3);
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-000000000013','00000000-0000-7000-8000-000000000012',1,'takes-part','consent','08074e2d12191b657a126064173b4b14623a5d05d70b9a144f095fd24bf0b823','operator','2025-11-03T09:01:03.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-000000000014','00000000-0000-7000-8000-000000000012',2,'may-be-used','consent','8e79cb03521bf8f59fe2747a1ab51f4f922d5c4101ef9c66353c9e348b932641','operator','2025-11-03T09:01:07.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-000000000015','00000000-0000-7000-8000-000000000012',3,'seen','answer','fe57d0f6092c4d32dcf42dbc1b4a0ad7b06bd566e9992b4cd47116398cb1385c','operator','2025-11-03T09:01:11.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-000000000016','00000000-0000-7000-8000-000000000012',4,'seen','answer','544b5550a6806c44f9abc6d30f32e5dc61342a097c3abf52371137efe4bdbd44','operator','2025-11-03T09:01:14.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-000000000017','00000000-0000-7000-8000-000000000012',5,'where','answer','92b4105a2210c22d8b5c9105657ab45b7ac77e9d068bbe047151fd1c35b0c1c3','operator','2025-11-03T09:01:17.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-00000000001a','00000000-0000-7000-8000-000000000019',1,'takes-part','consent','c2226519c0f815ed5547e00e218084488886ec7628d32c1d6303ec7bbfad03ed','operator','2025-11-03T09:01:28.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-00000000001b','00000000-0000-7000-8000-000000000019',2,'may-be-used','consent','617f05484701931564dd93cf66705da29610ecc6ff019c3b2cc75c710b2252eb','operator','2025-11-03T09:01:32.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-00000000001c','00000000-0000-7000-8000-000000000019',3,'seen','answer','4ec47e1f0732d04dc788dd98a1d8e84c9cdbd6f11db6070a1951079ae6a90207','operator','2025-11-03T09:01:36.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-00000000001d','00000000-0000-7000-8000-000000000019',4,'seen','answer','505b1ce772cd99b63ddf22b60d0ed8ee24e935f39b997f9d648422f62370021f','operator','2025-11-03T09:01:39.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-00000000001e','00000000-0000-7000-8000-000000000019',5,'where','answer','b13b55e5032fe97450111843be24ffdce90229e5474618bacf0b8d63c1157f58','operator','2025-11-03T09:01:42.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-00000000002a','00000000-0000-7000-8000-000000000029',1,'takes-part','consent','9de65df15001922c18a7adebb20802db545f0cba24d193cb69024906af79ea23','operator','2025-11-03T09:02:08.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-00000000002b','00000000-0000-7000-8000-000000000029',2,'may-be-used','consent','a2317c8380e855e061e4ce9c1f88bd66ba2bfc7dd509a67a9eae7b23cfd55e4b','operator','2025-11-03T09:02:12.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-00000000002c','00000000-0000-7000-8000-000000000029',3,'seen','answer','e508288dfc061319c860b402eb7cb08298ba5a2ffdf50c15c545a4a36c64f61a','operator','2025-11-03T09:02:16.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-00000000002d','00000000-0000-7000-8000-000000000029',4,'seen','answer','5704d7cd6f680c79e427dc1f48f478cf96493b08330c67b7c8789291916d73d0','operator','2025-11-03T09:02:19.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-00000000002e','00000000-0000-7000-8000-000000000029',5,'seen','answer','4e34394460ccf7af07df39106f5286315e6802a5547cd584965bfd32306e6500','operator','2025-11-03T09:02:22.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-000000000031','00000000-0000-7000-8000-000000000030',1,'takes-part','consent','fc7d1b1d0490f3ffc884315a052983ef78ee252ac7e2d2e13a4dead6ae7ece74','operator','2025-11-03T09:02:31.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-000000000032','00000000-0000-7000-8000-000000000030',2,'may-be-used','consent','82604bed39af2b71c9142793c308fc1b21825918bbaf189fbe0916f4dad83bb6','operator','2025-11-03T09:02:35.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-000000000035','00000000-0000-7000-8000-000000000034',1,'takes-part','consent','88bf550501f3cb39c313339c1ce829ef1868eb9a01ef8d2c5b83f53d98d97d6a','operator','2025-11-03T09:02:47.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-000000000036','00000000-0000-7000-8000-000000000034',2,'may-be-used','consent','ea719043dceace6954b5c24150244defa8324bd46624b94f2a3affb92b54d49e','operator','2025-11-03T09:02:51.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-00000000003d','00000000-0000-7000-8000-00000000003c',1,'takes-part','consent','fd10a3f06405a57ca9ff87d8c7c50ec150e89ee024ba33612737e484007a93f1','operator','2025-11-03T09:03:13.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-000000000043','00000000-0000-7000-8000-000000000042',1,'takes-part','consent','import','operator','2025-11-03T09:03:24.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-000000000044','00000000-0000-7000-8000-000000000042',2,'may-be-used','consent','import','operator','2025-11-03T09:03:24.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-000000000045','00000000-0000-7000-8000-000000000042',3,'seen','answer','c67bf92b3056736b2b0f284f4f8e73df31d67339ffc7d5c6066fcd09c1a2ddaf','operator','2025-11-03T09:03:24.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-00000000004b','00000000-0000-7000-8000-00000000004a',1,'takes-part','consent','import','operator','2025-11-03T09:03:30.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-00000000004c','00000000-0000-7000-8000-00000000004a',2,'may-be-used','consent','import','operator','2025-11-03T09:03:30.000Z');
INSERT INTO "operation" VALUES('00000000-0000-7000-8000-00000000004d','00000000-0000-7000-8000-00000000004a',3,'seen','answer','f187a55b2b10cf30bceb72767da9509cf869bfbcab5bdc189f88d2ceff1df55b','operator','2025-11-03T09:03:30.000Z');
INSERT INTO "account" VALUES('account-0','00000000-0000-7000-8000-000000000002','credential','00000000-0000-7000-8000-000000000002',NULL,NULL,NULL,NULL,NULL,NULL,'$argon2id$v=19$m=47104,t=1,p=1$c2FsdHNhbHQ$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1762160400,1762160400);
INSERT INTO "account" VALUES('account-1','00000000-0000-7000-8000-000000000004','credential','00000000-0000-7000-8000-000000000004',NULL,NULL,NULL,NULL,NULL,NULL,'$argon2id$v=19$m=47104,t=1,p=1$c2FsdHNhbHQ$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1762160400,1762160400);
INSERT INTO "disabled_person" VALUES('00000000-0000-7000-8000-000000000008','2025-11-03T09:00:27.000Z');
INSERT INTO "disabled_person" VALUES('00000000-0000-7000-8000-00000000000a','2025-11-03T09:00:35.000Z');
INSERT INTO "invitation" VALUES('00000000-0000-7000-8000-00000000000c','adbd34f7d8571da1c8d84b51cd7587f7bece7a55dea387f006bacca1779258d5','00000000-0000-7000-8000-000000000008@example.org','Nieuw','reader','00000000-0000-7000-8000-000000000000','2025-11-03T09:00:33.000Z','2025-11-10T09:00:33.000Z',NULL);
INSERT INTO "invitation" VALUES('00000000-0000-7000-8000-00000000000d','9e7e8ff08bf5b4e90b36525fd04fffca747650fcf6780c5e5388960eecbbad46','00000000-0000-7000-8000-00000000000a@example.org','Nieuw','reader','00000000-0000-7000-8000-000000000000','2025-11-03T09:00:41.000Z','2025-11-10T09:00:41.000Z',NULL);
INSERT INTO "membership" VALUES('00000000-0000-7000-8000-000000000003','00000000-0000-7000-8000-000000000002','interviewer','00000000-0000-7000-8000-000000000000','2025-11-03T09:00:17.000Z',NULL);
INSERT INTO "membership" VALUES('00000000-0000-7000-8000-000000000005','00000000-0000-7000-8000-000000000004','analyst','00000000-0000-7000-8000-000000000000','2025-11-03T09:00:19.000Z',NULL);
INSERT INTO "membership" VALUES('00000000-0000-7000-8000-000000000007','00000000-0000-7000-8000-000000000006','administrator',NULL,'2025-11-03T09:00:21.000Z',NULL);
INSERT INTO "membership" VALUES('00000000-0000-7000-8000-000000000009','00000000-0000-7000-8000-000000000008','analyst','00000000-0000-7000-8000-000000000000','2025-11-03T09:00:23.000Z','2025-11-03T09:00:31.000Z');
INSERT INTO "membership" VALUES('00000000-0000-7000-8000-00000000000b','00000000-0000-7000-8000-00000000000a','lead','00000000-0000-7000-8000-000000000000','2025-11-03T09:00:25.000Z','2025-11-03T09:00:39.000Z');
INSERT INTO "session" VALUES('session-0',1762203600,'token-0',1762160400,1762160400,NULL,NULL,'00000000-0000-7000-8000-000000000002');
INSERT INTO "session" VALUES('session-1',1762203600,'token-1',1762160400,1762160400,NULL,NULL,'00000000-0000-7000-8000-000000000004');
INSERT INTO "user" VALUES('00000000-0000-7000-8000-000000000002','Wies','wies@example.org',1,NULL,1762160417,1762160417);
INSERT INTO "user" VALUES('00000000-0000-7000-8000-000000000004','Ans','ans@example.org',1,NULL,1762160419,1762160419);
INSERT INTO "user" VALUES('00000000-0000-7000-8000-000000000006','Bas','bas@example.org',1,NULL,1762160421,1762160421);
INSERT INTO "user" VALUES('00000000-0000-7000-8000-000000000008','Kees','kees@example.org',1,NULL,1762160423,1762160423);
INSERT INTO "user" VALUES('00000000-0000-7000-8000-00000000000a','Mies','mies@example.org',1,NULL,1762160425,1762160425);
INSERT INTO "verification" VALUES('verification-0','x','y',1762160400,1762160400,1762160400);
INSERT INTO "verification" VALUES('verification-1','x','y',1762160400,1762160400,1762160400);
INSERT INTO "assignment" VALUES('00000000-0000-7000-8000-00000000000e','00000000-0000-7000-8000-000000000002','2025-11-03T09:00:52.000Z');
INSERT INTO "assignment" VALUES('00000000-0000-7000-8000-00000000000f','00000000-0000-7000-8000-000000000002','2025-11-03T09:00:54.000Z');
INSERT INTO "assignment" VALUES('00000000-0000-7000-8000-000000000010','00000000-0000-7000-8000-000000000002','2025-11-03T09:03:08.000Z');
INSERT INTO "region" VALUES('00000000-0000-7000-8000-000000000000','region-oud','Oudland',0,'2025-11-03T09:00:13.000Z');
INSERT INTO "region" VALUES('00000000-0000-7000-8000-000000000001','region-ver','Verland',1,'2025-11-03T09:00:15.000Z');
INSERT INTO "respondent" VALUES('00000000-0000-7000-8000-000000000011','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-00000000000e','parent',1,'2025-11-03T09:00:56.000Z');
INSERT INTO "respondent" VALUES('00000000-0000-7000-8000-000000000018','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-00000000000f','parent',1,'2025-11-03T09:01:21.000Z');
INSERT INTO "respondent" VALUES('00000000-0000-7000-8000-000000000028','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-00000000000e','professional',1,'2025-11-03T09:02:01.000Z');
INSERT INTO "respondent" VALUES('00000000-0000-7000-8000-00000000002f','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-00000000000f','professional',1,'2025-11-03T09:02:24.000Z');
INSERT INTO "respondent" VALUES('00000000-0000-7000-8000-000000000033','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-00000000000e','parent',2,'2025-11-03T09:02:40.000Z');
INSERT INTO "respondent" VALUES('00000000-0000-7000-8000-000000000037','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-00000000000e','youth',1,'2025-11-03T09:02:56.000Z');
INSERT INTO "respondent" VALUES('00000000-0000-7000-8000-000000000039','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-00000000000f','youth',1,'2025-11-03T09:03:02.000Z');
INSERT INTO "respondent" VALUES('00000000-0000-7000-8000-00000000003b','00000000-0000-7000-8000-000000000000','00000000-0000-7000-8000-000000000010','parent',1,'2025-11-03T09:03:06.000Z');
INSERT INTO "respondent" VALUES('00000000-0000-7000-8000-000000000041','00000000-0000-7000-8000-000000000001','00000000-0000-7000-8000-000000000040','parent',1,'2025-11-03T09:03:22.000Z');
INSERT INTO "respondent" VALUES('00000000-0000-7000-8000-000000000049','00000000-0000-7000-8000-000000000001','00000000-0000-7000-8000-000000000048','parent',1,'2025-11-03T09:03:28.000Z');
INSERT INTO "setting" VALUES('earlyWeeks','6');
INSERT INTO "setting" VALUES('lastProbe','"2025-11-03T09:00:12.000Z"');
INSERT INTO "youth" VALUES('00000000-0000-7000-8000-00000000000e','00000000-0000-7000-8000-000000000000','Boom 22','exemption-5a','12-15','2025-02',NULL,'2025-11-03T09:00:44.000Z');
INSERT INTO "youth" VALUES('00000000-0000-7000-8000-00000000000f','00000000-0000-7000-8000-000000000000','Brug 23','exemption-5a','12-15','2025-02',NULL,'2025-11-03T09:00:47.000Z');
INSERT INTO "youth" VALUES('00000000-0000-7000-8000-000000000010','00000000-0000-7000-8000-000000000000','Dakpan 24','exemption-5a','12-15','2025-02',NULL,'2025-11-03T09:00:50.000Z');
INSERT INTO "youth" VALUES('00000000-0000-7000-8000-000000000040','00000000-0000-7000-8000-000000000001','Parel 69','absolute-absence','12-15','2025-11','oud-1','2025-11-03T09:03:21.000Z');
INSERT INTO "youth" VALUES('00000000-0000-7000-8000-000000000048','00000000-0000-7000-8000-000000000001','Roer 76','absolute-absence','12-15','2025-11','oud-2','2025-11-03T09:03:27.000Z');
INSERT INTO "report_text" VALUES('00000000-0000-7000-8000-00000000003e','00000000-0000-7000-8000-000000000000','nl','introduction',1,'Een begin.','operator','2025-11-03T09:03:16.000Z');
INSERT INTO "report_text" VALUES('00000000-0000-7000-8000-00000000003f','00000000-0000-7000-8000-000000000000','nl','introduction',2,'Een beter begin.','operator','2025-11-03T09:03:18.000Z');
UPDATE sqlite_sequence SET seq = 88 WHERE name = 'audit';
UPDATE sqlite_sequence SET seq = 7 WHERE name = 'answer';
CREATE INDEX `audit_region` ON `audit` (`region_id`,`sequence`);
CREATE INDEX `audit_person` ON `audit` (`person_id`,`sequence`);
CREATE UNIQUE INDEX `coding_once` ON `coding` (`passage_id`,`theme`,`code`,`coder_id`);
CREATE INDEX `coding_theme` ON `coding` (`region_id`,`theme`,`passage_id`);
CREATE INDEX `coding_code` ON `coding` (`region_id`,`theme`,`code`,`passage_id`);
CREATE INDEX `coding_coder` ON `coding` (`coder_id`,`id`);
CREATE INDEX `coding_act_person` ON `coding_act` (`person_id`,`id`);
CREATE UNIQUE INDEX `passage_span` ON `passage` (`interview_id`,`question_id`,`field`,`sequence`,`start`,`end`);
CREATE INDEX `passage_region` ON `passage` (`region_id`);
CREATE UNIQUE INDEX `answer_question` ON `answer` (`interview_id`,`question_id`);
CREATE INDEX `answer_region` ON `answer` (`region_id`);
CREATE INDEX `answer_revision_question` ON `answer_revision` (`interview_id`,`question_id`);
CREATE INDEX `consent_interview` ON `consent` (`interview_id`,`sequence`);
CREATE INDEX `consent_youth` ON `consent` (`youth_id`);
CREATE INDEX `interview_region` ON `interview` (`region_id`,`state`);
CREATE INDEX `interview_youth` ON `interview` (`youth_id`);
CREATE UNIQUE INDEX `operation_sequence` ON `operation` (`interview_id`,`sequence`);
CREATE INDEX `account_user` ON `account` (`userId`);
CREATE UNIQUE INDEX `invitation_token` ON `invitation` (`token_hash`);
CREATE INDEX `membership_person` ON `membership` (`person_id`);
CREATE INDEX `membership_region` ON `membership` (`region_id`);
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);
CREATE INDEX `session_user` ON `session` (`userId`);
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);
CREATE INDEX `assignment_person` ON `assignment` (`person_id`);
CREATE UNIQUE INDEX `region_key_unique` ON `region` (`key`);
CREATE UNIQUE INDEX `respondent_number` ON `respondent` (`youth_id`,`perspective`,`number`);
CREATE UNIQUE INDEX `youth_label` ON `youth` (`region_id`,`label`);
CREATE UNIQUE INDEX `youth_import` ON `youth` (`region_id`,`import_key`);
CREATE UNIQUE INDEX `report_text_revision` ON `report_text` (`region_id`,`language`,`section`,`revision`);
CREATE INDEX `report_text_region` ON `report_text` (`region_id`);
CREATE TRIGGER guide_version_fixed BEFORE UPDATE ON guide_version BEGIN SELECT RAISE(ABORT, 'a published guide version never changes'); END;
CREATE TRIGGER guide_version_kept BEFORE DELETE ON guide_version BEGIN SELECT RAISE(ABORT, 'a published guide version is never removed'); END;
CREATE TRIGGER codebook_version_fixed BEFORE UPDATE ON codebook_version BEGIN SELECT RAISE(ABORT, 'a published codebook version never changes'); END;
CREATE TRIGGER codebook_version_kept BEFORE DELETE ON codebook_version BEGIN SELECT RAISE(ABORT, 'a published codebook version is never removed'); END;
CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER operation_fixed BEFORE UPDATE ON operation BEGIN SELECT RAISE(ABORT, 'the log of operations is append-only'); END;
CREATE TRIGGER operation_kept BEFORE DELETE ON operation WHEN NOT EXISTS (SELECT 1 FROM erasure_gate) BEGIN SELECT RAISE(ABORT, 'only erasure removes operations'); END;
CREATE TRIGGER answer_revision_fixed BEFORE UPDATE ON answer_revision BEGIN SELECT RAISE(ABORT, 'answer revisions are append-only'); END;
CREATE TRIGGER answer_revision_kept BEFORE DELETE ON answer_revision WHEN NOT EXISTS (SELECT 1 FROM erasure_gate) BEGIN SELECT RAISE(ABORT, 'only erasure removes answers'); END;
CREATE TRIGGER consent_fixed BEFORE UPDATE ON consent BEGIN SELECT RAISE(ABORT, 'consent records are append-only'); END;
CREATE TRIGGER consent_kept BEFORE DELETE ON consent WHEN NOT EXISTS (SELECT 1 FROM erasure_gate) BEGIN SELECT RAISE(ABORT, 'only erasure removes consent records'); END;
CREATE TRIGGER report_text_fixed BEFORE UPDATE ON report_text BEGIN SELECT RAISE(ABORT, 'versions of a report text are append-only'); END;
CREATE TRIGGER interview_region_fixed BEFORE UPDATE OF region_id, youth_id, respondent_id ON interview BEGIN SELECT RAISE(ABORT, 'an interview stays with its region, youth and respondent'); END;
CREATE TRIGGER interview_version_fixed BEFORE UPDATE OF guide_version ON interview WHEN old.guide_version IS NOT NULL AND old.guide_version IS NOT new.guide_version BEGIN SELECT RAISE(ABORT, 'an interview stays with its guide version'); END;
COMMIT;
