-- A release stays what was released, but for its text, which goes when somebody in it withdraws. What was erased after its term stays erased; a withdrawal is still possible then.
CREATE TRIGGER release_fixed BEFORE UPDATE ON "release" WHEN new.report IS NOT NULL OR new.taken_back_at IS NULL OR old.taken_back_at IS NOT NULL
  OR new.id <> old.id OR new.region_id <> old.region_id OR new.number <> old.number OR new.language <> old.language OR new.final <> old.final
  OR new.released_by <> old.released_by OR new.released_at <> old.released_at OR new.digest <> old.digest
  BEGIN SELECT RAISE(ABORT, 'a released report never changes'); END;
--> statement-breakpoint
CREATE TRIGGER release_kept BEFORE DELETE ON "release" BEGIN SELECT RAISE(ABORT, 'a release stays on record'); END;
--> statement-breakpoint
CREATE TRIGGER release_interview_fixed BEFORE UPDATE ON release_interview BEGIN SELECT RAISE(ABORT, 'what a release rests on never changes'); END;
--> statement-breakpoint
CREATE TRIGGER release_interview_kept BEFORE DELETE ON release_interview BEGIN SELECT RAISE(ABORT, 'what a release rests on stays on record'); END;
--> statement-breakpoint
CREATE TRIGGER interview_expired_final BEFORE UPDATE OF state ON interview WHEN old.state = 'expired' AND new.state NOT IN ('expired', 'withdrawn') BEGIN SELECT RAISE(ABORT, 'an expired interview stays expired'); END;
--> statement-breakpoint
CREATE TRIGGER operation_expired BEFORE INSERT ON operation WHEN (SELECT state FROM interview WHERE id = new.interview_id) = 'expired' BEGIN SELECT RAISE(ABORT, 'nothing is saved to an expired interview'); END;
--> statement-breakpoint
CREATE TRIGGER passage_expired BEFORE INSERT ON passage WHEN (SELECT state FROM interview WHERE id = new.interview_id) = 'expired' BEGIN SELECT RAISE(ABORT, 'nothing is marked in an expired interview'); END;
