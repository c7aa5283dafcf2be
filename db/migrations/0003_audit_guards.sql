-- A line leaves the audit log only when a signed anchor stands for it; anchors stay for ever.
DROP TRIGGER audit_kept;
--> statement-breakpoint
CREATE TRIGGER audit_kept BEFORE DELETE ON audit WHEN old.sequence > coalesce((SELECT max(sequence) FROM audit_anchor), 0) BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_anchor_fixed BEFORE UPDATE ON audit_anchor BEGIN SELECT RAISE(ABORT, 'an anchor of the audit log never changes'); END;
--> statement-breakpoint
CREATE TRIGGER audit_anchor_kept BEFORE DELETE ON audit_anchor BEGIN SELECT RAISE(ABORT, 'an anchor of the audit log is never removed'); END;
