ALTER TABLE `recordings` ADD `ended_because` text;--> statement-breakpoint
ALTER TABLE `recordings` ADD `attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `recordings` ADD `failure` text;