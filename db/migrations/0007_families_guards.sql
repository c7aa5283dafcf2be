-- Refusals from before go on the list of erasures too. What was withdrawn stays so: the state is final, nothing can be saved to it, and neither its erasure nor a word of the family is ever removed.
INSERT INTO erasure (interview_id, region_id, reason, asked_by, asked_at, failures)
  SELECT id, region_id, 'refused', interviewer_id, coalesce((SELECT max(at) FROM consent WHERE interview_id = interview.id), created_at), 0
  FROM interview WHERE state = 'refused';
--> statement-breakpoint
CREATE TRIGGER interview_withdrawn_final BEFORE UPDATE OF state ON interview WHEN old.state = 'withdrawn' AND new.state <> 'withdrawn' BEGIN SELECT RAISE(ABORT, 'a withdrawn interview stays withdrawn'); END;
--> statement-breakpoint
CREATE TRIGGER operation_withdrawn BEFORE INSERT ON operation WHEN (SELECT state FROM interview WHERE id = new.interview_id) = 'withdrawn' BEGIN SELECT RAISE(ABORT, 'nothing is saved to a withdrawn interview'); END;
--> statement-breakpoint
CREATE TRIGGER passage_withdrawn BEFORE INSERT ON passage WHEN (SELECT state FROM interview WHERE id = new.interview_id) = 'withdrawn' BEGIN SELECT RAISE(ABORT, 'nothing is marked in a withdrawn interview'); END;
--> statement-breakpoint
CREATE TRIGGER erasure_kept BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'an erasure stays on record'); END;
--> statement-breakpoint
CREATE TRIGGER family_word_fixed BEFORE UPDATE ON family_word BEGIN SELECT RAISE(ABORT, 'a word of the family is kept as it was said'); END;
--> statement-breakpoint
CREATE TRIGGER family_word_kept BEFORE DELETE ON family_word BEGIN SELECT RAISE(ABORT, 'a word of the family is kept as it was said'); END;
