CREATE TABLE `presence_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`occasion` text NOT NULL,
	`outcome` text NOT NULL,
	`way` text,
	`score` real,
	`liveness` real,
	`challenged` integer DEFAULT false NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `presence_checks_meeting` ON `presence_checks` (`meeting_id`,`person_id`);--> statement-breakpoint
CREATE TRIGGER presence_checks_no_update BEFORE UPDATE ON presence_checks BEGIN SELECT RAISE(ABORT, 'presence_checks: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER presence_checks_no_delete BEFORE DELETE ON presence_checks BEGIN SELECT RAISE(ABORT, 'presence_checks: rows are never removed'); END;
