CREATE TABLE `face_deletions` (
	`id` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	`deleted` integer NOT NULL,
	`because` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `face_deletions_code_hash_unique` ON `face_deletions` (`code_hash`);--> statement-breakpoint
CREATE INDEX `face_deletions_person` ON `face_deletions` (`person_id`);--> statement-breakpoint
CREATE TABLE `audit_people` (
	`person_id` text NOT NULL,
	`entry_id` text NOT NULL,
	PRIMARY KEY(`person_id`, `entry_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `audit_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TRIGGER audit_people_no_update BEFORE UPDATE ON audit_people BEGIN SELECT RAISE(ABORT, 'audit_people: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER audit_people_no_delete BEFORE DELETE ON audit_people BEGIN SELECT RAISE(ABORT, 'audit_people: rows are never removed'); END;
--> statement-breakpoint
CREATE TRIGGER face_deletions_no_update BEFORE UPDATE ON face_deletions BEGIN SELECT RAISE(ABORT, 'face_deletions: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER face_deletions_no_delete BEFORE DELETE ON face_deletions BEGIN SELECT RAISE(ABORT, 'face_deletions: rows are never removed'); END;
