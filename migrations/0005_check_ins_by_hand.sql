ALTER TABLE `devices` ADD `scopes` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `devices` ADD `expires_at` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `check_ins_by_hand` text;