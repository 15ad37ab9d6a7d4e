-- The instant at which a draft was begun is the transaction's, like every other instant of an act; the demonstration
-- tells a history whose clock is not today's.
grant insert (created_at) on entry to wego_applicant;
