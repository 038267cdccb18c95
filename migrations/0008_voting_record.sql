CREATE TABLE `ballot_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`poll_id` text NOT NULL,
	`person_id` text NOT NULL,
	`marks` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` text NOT NULL,
	`confirmed` integer,
	`decided_by` text,
	`decided_at` text,
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ballot_entries_poll` ON `ballot_entries` (`poll_id`);--> statement-breakpoint
CREATE TABLE `delegations` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`from_person_id` text NOT NULL,
	`to_person_id` text NOT NULL,
	`basis` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	`ended_by` text,
	`ended_at` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `delegations_meeting` ON `delegations` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `ledger_signatures` (
	`ledger_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL,
	`key_id` text NOT NULL,
	`public_key` text NOT NULL,
	`signed_at` text NOT NULL,
	`signature` text NOT NULL,
	PRIMARY KEY(`ledger_id`, `sequence`)
);
--> statement-breakpoint
CREATE TABLE `participations` (
	`poll_id` text NOT NULL,
	`person_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`entry_hash` text NOT NULL,
	PRIMARY KEY(`poll_id`, `person_id`),
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `secret_ballots` (
	`poll_id` text NOT NULL,
	`ballot_id` text NOT NULL,
	`marks` text NOT NULL,
	`weight` integer NOT NULL,
	PRIMARY KEY(`poll_id`, `ballot_id`),
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `__new_ledger_entries` (
	`ledger_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	`entry` text NOT NULL,
	PRIMARY KEY(`ledger_id`, `sequence`)
);
--> statement-breakpoint
INSERT INTO `__new_ledger_entries`("ledger_id", "sequence", "previous_hash", "hash", "entry") SELECT "poll_id", "sequence", "previous_hash", "hash", "entry" FROM `ledger_entries`;--> statement-breakpoint
DROP TABLE `ledger_entries`;--> statement-breakpoint
ALTER TABLE `__new_ledger_entries` RENAME TO `ledger_entries`;--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entries_hash_unique` ON `ledger_entries` (`hash`);--> statement-breakpoint
CREATE TABLE `__new_ballots` (
	`poll_id` text NOT NULL,
	`person_id` text NOT NULL,
	`change` integer DEFAULT 0 NOT NULL,
	`marks` text NOT NULL,
	`cast_at` text NOT NULL,
	`cast_by` text NOT NULL,
	`entered_by` text,
	`confirmed_by` text,
	`sequence` integer NOT NULL,
	`entry_hash` text NOT NULL,
	PRIMARY KEY(`poll_id`, `person_id`, `change`),
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cast_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_ballots`("poll_id", "person_id", "change", "marks", "cast_at", "cast_by", "entered_by", "confirmed_by", "sequence", "entry_hash") SELECT b."poll_id", b."person_id", 0, json_object('kind', 'motion', 'choice', b."choice"), b."cast_at", b."person_id", NULL, NULL, e."sequence", b."entry_hash" FROM `ballots` b JOIN `ledger_entries` e ON e."hash" = b."entry_hash";--> statement-breakpoint
DROP TABLE `ballots`;--> statement-breakpoint
ALTER TABLE `__new_ballots` RENAME TO `ballots`;--> statement-breakpoint
ALTER TABLE `body_members` ADD `weight` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `poll_voters` ADD `weight` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `poll_voters` ADD `cast_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `poll_voters` ADD `added_reason` text;--> statement-breakpoint
ALTER TABLE `polls` ADD `position` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `polls` ADD `paper` text DEFAULT '{"kind":"motion"}' NOT NULL;--> statement-breakpoint
ALTER TABLE `polls` ADD `binding` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `polls` ADD `reveal` text DEFAULT 'closing' NOT NULL;--> statement-breakpoint
ALTER TABLE `polls` ADD `link_kind` text;--> statement-breakpoint
ALTER TABLE `polls` ADD `linked_poll_id` text;--> statement-breakpoint
ALTER TABLE `polls` ADD `own_rules` text;--> statement-breakpoint
ALTER TABLE `polls` ADD `own_rules_reason` text;--> statement-breakpoint
ALTER TABLE `polls` ADD `members_weight` integer;--> statement-breakpoint
ALTER TABLE `polls` ADD `present` integer;--> statement-breakpoint
ALTER TABLE `polls` ADD `ends_at` text;--> statement-breakpoint
ALTER TABLE `polls` ADD `announced_at` text;--> statement-breakpoint
-- Rules written before there were these fields decide as they did.
DROP TRIGGER rule_sets_no_update;
--> statement-breakpoint
UPDATE rule_sets SET rules = json_patch('{"secrecy":"open","choices":{"abstain":true,"words":null},"abstentionsAreValid":false,"changeable":false,"silence":"not_voted","delegationsEach":0,"weighted":false,"confidence":{"warning":{"kind":"more_than","fraction":{"numerator":1,"denominator":2}},"removal":{"kind":"at_least","fraction":{"numerator":2,"denominator":3}}}}', rules);
--> statement-breakpoint
CREATE TRIGGER rule_sets_no_update BEFORE UPDATE ON rule_sets BEGIN SELECT RAISE(ABORT, 'rule_sets: rows are never changed'); END;
--> statement-breakpoint
UPDATE polls SET rule_set = json_patch('{"secrecy":"open","choices":{"abstain":true,"words":null},"abstentionsAreValid":false,"changeable":false,"silence":"not_voted","delegationsEach":0,"weighted":false,"confidence":{"warning":{"kind":"more_than","fraction":{"numerator":1,"denominator":2}},"removal":{"kind":"at_least","fraction":{"numerator":2,"denominator":3}}}}', rule_set), members_weight = members, present = (SELECT count(*) FROM poll_voters v WHERE v.poll_id = polls.id) WHERE rule_set IS NOT NULL;
--> statement-breakpoint
UPDATE polls SET position = number;
--> statement-breakpoint
UPDATE polls SET verdict = json_object(
	'kind', 'motion',
	'outcome', CASE WHEN verdict ->> 'carried' THEN 'carried' ELSE 'not_carried' END,
	'decidedBy', verdict ->> 'decidedBy',
	'members', verdict ->> 'members',
	'voters', verdict ->> 'present',
	'cast', (verdict ->> '$.counts.for') + (verdict ->> '$.counts.against') + (verdict ->> '$.counts.abstain'),
	'notVoted', verdict ->> 'notVoted',
	'deemed', 0,
	'quorum', json_object('needed', verdict ->> '$.quorum.needed', 'present', verdict ->> 'present', 'reached', json(verdict -> '$.quorum.reached')),
	'denominator', json(verdict -> 'denominator'),
	'needed', verdict ->> 'needed',
	'ruleSet', json(rule_set),
	'counts', json(verdict -> 'counts'),
	'tie', json(verdict -> 'tie')
) WHERE verdict IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_no_update BEFORE UPDATE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'ledger_entries: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_no_delete BEFORE DELETE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'ledger_entries: rows are never removed'); END;
--> statement-breakpoint
CREATE TRIGGER ballots_no_update BEFORE UPDATE ON ballots BEGIN SELECT RAISE(ABORT, 'ballots: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER ballots_no_delete BEFORE DELETE ON ballots BEGIN SELECT RAISE(ABORT, 'ballots: rows are never removed'); END;
--> statement-breakpoint
CREATE TRIGGER secret_ballots_no_update BEFORE UPDATE ON secret_ballots BEGIN SELECT RAISE(ABORT, 'secret_ballots: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER secret_ballots_no_delete BEFORE DELETE ON secret_ballots BEGIN SELECT RAISE(ABORT, 'secret_ballots: rows are never removed'); END;
--> statement-breakpoint
CREATE TRIGGER participations_no_update BEFORE UPDATE ON participations BEGIN SELECT RAISE(ABORT, 'participations: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER participations_no_delete BEFORE DELETE ON participations BEGIN SELECT RAISE(ABORT, 'participations: rows are never removed'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_signatures_no_update BEFORE UPDATE ON ledger_signatures BEGIN SELECT RAISE(ABORT, 'ledger_signatures: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_signatures_no_delete BEFORE DELETE ON ledger_signatures BEGIN SELECT RAISE(ABORT, 'ledger_signatures: rows are never removed'); END;
--> statement-breakpoint
CREATE TRIGGER ballot_entries_no_delete BEFORE DELETE ON ballot_entries BEGIN SELECT RAISE(ABORT, 'ballot_entries: rows are never removed'); END;
--> statement-breakpoint
CREATE TRIGGER delegations_no_delete BEFORE DELETE ON delegations BEGIN SELECT RAISE(ABORT, 'delegations: rows are never removed'); END;
--> statement-breakpoint
CREATE TRIGGER ballots_while_open BEFORE INSERT ON ballots WHEN (SELECT state FROM polls WHERE id = NEW.poll_id) IS NOT 'open' BEGIN SELECT RAISE(ABORT, 'ballots: the poll is not open'); END;
--> statement-breakpoint
CREATE TRIGGER secret_ballots_while_open BEFORE INSERT ON secret_ballots WHEN (SELECT state FROM polls WHERE id = NEW.poll_id) IS NOT 'open' BEGIN SELECT RAISE(ABORT, 'secret_ballots: the poll is not open'); END;
--> statement-breakpoint
CREATE TRIGGER participations_while_open BEFORE INSERT ON participations WHEN (SELECT state FROM polls WHERE id = NEW.poll_id) IS NOT 'open' BEGIN SELECT RAISE(ABORT, 'participations: the poll is not open'); END;
