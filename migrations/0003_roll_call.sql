CREATE TABLE `attendance_settings` (
	`body_id` text PRIMARY KEY NOT NULL,
	`settings` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `attendance` ADD `liveness` real;--> statement-breakpoint
ALTER TABLE `attendance` ADD `challenged` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `attendance` ADD `received_at` text;--> statement-breakpoint
ALTER TABLE `attendance_changes` ADD `liveness` real;--> statement-breakpoint
ALTER TABLE `attendance_changes` ADD `challenged` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `attendance_changes` ADD `received_at` text;--> statement-breakpoint
ALTER TABLE `face_consents` ADD `way` text DEFAULT 'self' NOT NULL;--> statement-breakpoint
ALTER TABLE `face_consents` ADD `proof` text;--> statement-breakpoint
ALTER TABLE `face_consents` ADD `taken_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `face_consents` ADD `retain_until` text;