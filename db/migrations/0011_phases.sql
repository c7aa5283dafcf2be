CREATE TABLE `phase` (
	`number` integer PRIMARY KEY NOT NULL,
	`regions` integer NOT NULL,
	`starts_on` text
);
--> statement-breakpoint
ALTER TABLE `region` ADD `phase` integer REFERENCES phase(number);
--> statement-breakpoint
INSERT INTO `phase` (`number`, `regions`) VALUES (1, 3), (2, 14), (3, 42), (4, 75);
