-- A letter that somebody read before they agreed stays what it was.
CREATE TRIGGER consent_text_fixed BEFORE UPDATE ON consent_text BEGIN SELECT RAISE(ABORT, 'a published letter never changes'); END;
--> statement-breakpoint
CREATE TRIGGER consent_text_kept BEFORE DELETE ON consent_text BEGIN SELECT RAISE(ABORT, 'a published letter is never removed'); END;
