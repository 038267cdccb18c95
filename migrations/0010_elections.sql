CREATE TABLE `election_ballots` (
	`poll_id` text NOT NULL,
	`credential` text NOT NULL,
	`round` integer NOT NULL,
	`tracker` text NOT NULL,
	`ballot` text NOT NULL,
	PRIMARY KEY(`poll_id`, `credential`, `round`),
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `election_ballots_tracker` ON `election_ballots` (`poll_id`,`tracker`);--> statement-breakpoint
CREATE TABLE `election_credentials` (
	`poll_id` text NOT NULL,
	`credential` text NOT NULL,
	PRIMARY KEY(`poll_id`, `credential`),
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `election_events` (
	`poll_id` text NOT NULL,
	`height` integer NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL,
	`tracker` text,
	PRIMARY KEY(`poll_id`, `height`),
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `election_events_tracker` ON `election_events` (`poll_id`,`tracker`);--> statement-breakpoint
CREATE TABLE `election_registrations` (
	`poll_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`poll_id`, `person_id`),
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `election_trustees` (
	`poll_id` text NOT NULL,
	`place` integer NOT NULL,
	`person_id` text NOT NULL,
	`key` text,
	`certificate` text,
	`polynomial` text,
	`share` text,
	`decryption` text,
	PRIMARY KEY(`poll_id`, `place`),
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `elections` (
	`poll_id` text PRIMARY KEY NOT NULL,
	`uuid` text NOT NULL,
	`phase` text NOT NULL,
	`needed` integer,
	`trustees` text,
	`election` text,
	`credentials` text,
	`fingerprint` text,
	`opened_at` text,
	`tally` text,
	`tallied` integer,
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `polls` ADD `trustees` text;