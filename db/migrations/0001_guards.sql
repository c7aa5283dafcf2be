-- What the tables alone cannot promise: published versions and the logs never change, and texts are found by the full-text index.
CREATE TABLE erasure_gate (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;
--> statement-breakpoint
CREATE TRIGGER guide_version_fixed BEFORE UPDATE ON guide_version BEGIN SELECT RAISE(ABORT, 'a published guide version never changes'); END;
--> statement-breakpoint
CREATE TRIGGER guide_version_kept BEFORE DELETE ON guide_version BEGIN SELECT RAISE(ABORT, 'a published guide version is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER codebook_version_fixed BEFORE UPDATE ON codebook_version BEGIN SELECT RAISE(ABORT, 'a published codebook version never changes'); END;
--> statement-breakpoint
CREATE TRIGGER codebook_version_kept BEFORE DELETE ON codebook_version BEGIN SELECT RAISE(ABORT, 'a published codebook version is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER operation_fixed BEFORE UPDATE ON operation BEGIN SELECT RAISE(ABORT, 'the log of operations is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER operation_kept BEFORE DELETE ON operation WHEN NOT EXISTS (SELECT 1 FROM erasure_gate) BEGIN SELECT RAISE(ABORT, 'only erasure removes operations'); END;
--> statement-breakpoint
CREATE TRIGGER answer_revision_fixed BEFORE UPDATE ON answer_revision BEGIN SELECT RAISE(ABORT, 'answer revisions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER answer_revision_kept BEFORE DELETE ON answer_revision WHEN NOT EXISTS (SELECT 1 FROM erasure_gate) BEGIN SELECT RAISE(ABORT, 'only erasure removes answers'); END;
--> statement-breakpoint
CREATE TRIGGER consent_fixed BEFORE UPDATE ON consent BEGIN SELECT RAISE(ABORT, 'consent records are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER consent_kept BEFORE DELETE ON consent WHEN NOT EXISTS (SELECT 1 FROM erasure_gate) BEGIN SELECT RAISE(ABORT, 'only erasure removes consent records'); END;
--> statement-breakpoint
CREATE TRIGGER report_text_fixed BEFORE UPDATE ON report_text BEGIN SELECT RAISE(ABORT, 'versions of a report text are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER interview_region_fixed BEFORE UPDATE OF region_id, youth_id, respondent_id ON interview BEGIN SELECT RAISE(ABORT, 'an interview stays with its region, youth and respondent'); END;
--> statement-breakpoint
CREATE TRIGGER interview_version_fixed BEFORE UPDATE OF guide_version ON interview WHEN old.guide_version IS NOT NULL AND old.guide_version IS NOT new.guide_version BEGIN SELECT RAISE(ABORT, 'an interview stays with its guide version'); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE answer_fts USING fts5(text_value, note, content='answer', content_rowid='row_id', tokenize='unicode61 remove_diacritics 2');
--> statement-breakpoint
INSERT INTO answer_fts(answer_fts, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER answer_fts_insert AFTER INSERT ON answer BEGIN
  INSERT INTO answer_fts(rowid, text_value, note) VALUES (new.row_id, new.text_value, new.note);
END;
--> statement-breakpoint
CREATE TRIGGER answer_fts_delete AFTER DELETE ON answer BEGIN
  INSERT INTO answer_fts(answer_fts, rowid, text_value, note) VALUES ('delete', old.row_id, old.text_value, old.note);
END;
--> statement-breakpoint
CREATE TRIGGER answer_fts_update AFTER UPDATE OF text_value, note ON answer BEGIN
  INSERT INTO answer_fts(answer_fts, rowid, text_value, note) VALUES ('delete', old.row_id, old.text_value, old.note);
  INSERT INTO answer_fts(rowid, text_value, note) VALUES (new.row_id, new.text_value, new.note);
END;
