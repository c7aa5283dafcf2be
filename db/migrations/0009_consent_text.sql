CREATE TABLE `consent_text` (
	`perspective` text NOT NULL,
	`version` text NOT NULL,
	`digest` text NOT NULL,
	`body` text NOT NULL,
	`published_at` text NOT NULL,
	`published_by` text NOT NULL,
	PRIMARY KEY(`perspective`, `version`)
);
