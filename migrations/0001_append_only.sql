-- What these tables hold is a record: rows come, none is changed and none goes.
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries BEGIN SELECT RAISE(ABORT, 'audit_entries: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries BEGIN SELECT RAISE(ABORT, 'audit_entries: rows are never removed'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_no_update BEFORE UPDATE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'ledger_entries: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_no_delete BEFORE DELETE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'ledger_entries: rows are never removed'); END;
--> statement-breakpoint
CREATE TRIGGER attendance_changes_no_update BEFORE UPDATE ON attendance_changes BEGIN SELECT RAISE(ABORT, 'attendance_changes: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER attendance_changes_no_delete BEFORE DELETE ON attendance_changes BEGIN SELECT RAISE(ABORT, 'attendance_changes: rows are never removed'); END;
--> statement-breakpoint
CREATE TRIGGER ballots_no_update BEFORE UPDATE ON ballots BEGIN SELECT RAISE(ABORT, 'ballots: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER ballots_no_delete BEFORE DELETE ON ballots BEGIN SELECT RAISE(ABORT, 'ballots: rows are never removed'); END;
--> statement-breakpoint
CREATE TRIGGER poll_voters_no_update BEFORE UPDATE ON poll_voters BEGIN SELECT RAISE(ABORT, 'poll_voters: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER poll_voters_no_delete BEFORE DELETE ON poll_voters BEGIN SELECT RAISE(ABORT, 'poll_voters: rows are never removed'); END;
--> statement-breakpoint
CREATE TRIGGER rule_sets_no_update BEFORE UPDATE ON rule_sets BEGIN SELECT RAISE(ABORT, 'rule_sets: rows are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER rule_sets_no_delete BEFORE DELETE ON rule_sets BEGIN SELECT RAISE(ABORT, 'rule_sets: rows are never removed'); END;
