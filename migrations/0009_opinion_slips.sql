CREATE TABLE `opinion_answers` (
	`slip_id` text NOT NULL,
	`person_id` text NOT NULL,
	`change` integer NOT NULL,
	`answers` text NOT NULL,
	`answered_at` text NOT NULL,
	`entered_by` text,
	`confirmed_by` text,
	`scan_id` text,
	`sequence` integer NOT NULL,
	`entry_hash` text NOT NULL,
	PRIMARY KEY(`slip_id`, `person_id`, `change`),
	FOREIGN KEY (`slip_id`) REFERENCES `opinion_slips`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `opinion_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`slip_id` text NOT NULL,
	`person_id` text NOT NULL,
	`answers` text NOT NULL,
	`scan_id` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` text NOT NULL,
	`confirmed` integer,
	`decided_by` text,
	`decided_at` text,
	FOREIGN KEY (`slip_id`) REFERENCES `opinion_slips`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `opinion_entries_slip` ON `opinion_entries` (`slip_id`);--> statement-breakpoint
CREATE TABLE `opinion_files` (
	`id` text PRIMARY KEY NOT NULL,
	`slip_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`slip_id`) REFERENCES `opinion_slips`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `opinion_files_slip` ON `opinion_files` (`slip_id`);--> statement-breakpoint
CREATE TABLE `opinion_recipients` (
	`slip_id` text NOT NULL,
	`person_id` text NOT NULL,
	`full_name` text NOT NULL,
	`office` text NOT NULL,
	`is_chair` integer NOT NULL,
	`position` integer NOT NULL,
	`weight` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`slip_id`, `person_id`),
	FOREIGN KEY (`slip_id`) REFERENCES `opinion_slips`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `opinion_recipients_person` ON `opinion_recipients` (`person_id`);--> statement-breakpoint
CREATE TABLE `opinion_reminders` (
	`slip_id` text NOT NULL,
	`hours` integer NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`slip_id`, `hours`),
	FOREIGN KEY (`slip_id`) REFERENCES `opinion_slips`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `opinion_slips` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`body_id` text NOT NULL,
	`number` integer,
	`year` integer,
	`title` text NOT NULL,
	`grounds` text NOT NULL,
	`items` text NOT NULL,
	`chosen` text,
	`deadline` text NOT NULL,
	`reminders` text NOT NULL,
	`not_secret` integer NOT NULL,
	`state` text NOT NULL,
	`rule_set` text,
	`members` integer,
	`members_weight` integer,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`sent_at` text,
	`closed_at` text,
	`withdraw_reason` text,
	`reminded_at` text,
	`verdicts` text,
	`meeting_id` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `opinion_slips_number` ON `opinion_slips` (`body_id`,`year`,`number`);--> statement-breakpoint
CREATE INDEX `opinion_slips_state` ON `opinion_slips` (`state`);--> statement-breakpoint
CREATE TRIGGER opinion_recipients_no_update BEFORE UPDATE ON opinion_recipients BEGIN SELECT RAISE(ABORT, 'opinion_recipients: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER opinion_recipients_no_delete BEFORE DELETE ON opinion_recipients BEGIN SELECT RAISE(ABORT, 'opinion_recipients: rows are never removed'); END;
--> statement-breakpoint
CREATE TRIGGER opinion_answers_no_update BEFORE UPDATE ON opinion_answers BEGIN SELECT RAISE(ABORT, 'opinion_answers: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER opinion_answers_no_delete BEFORE DELETE ON opinion_answers BEGIN SELECT RAISE(ABORT, 'opinion_answers: rows are never removed'); END;
