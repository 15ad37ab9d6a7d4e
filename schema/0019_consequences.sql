-- What the database knows of letters: the occasions, and which of them tell the result. Filled from
-- notifications/audience.hpp at each migration, as lifecycle_edge is.
create table letter_occasion (
    word             text primary key,
    tells_the_result boolean not null
);

grant select on letter_occasion to wego_secretariat;
alter table letter_occasion enable row level security;
alter table letter_occasion force row level security;
create policy office_reads on letter_occasion for select to wego_secretariat using (true);
-- The migration fills it as the owner, whom FORCE holds to the policies too; the trigger below asks as the owner.
create policy owner_fills on letter_occasion
    using (current_user = (select tableowner from pg_tables where schemaname = 'public' and tablename = 'letter_occasion'))
    with check (current_user = (select tableowner from pg_tables
                                where schemaname = 'public' and tablename = 'letter_occasion'));
create policy owner_asks on edition for select to current_user using (true);

-- P3: a letter that tells the result exists only after the announcement. Deferred to the commit, since the announcement
-- queues its letters and moves the edition in one transaction.
create function letter_waits_for_announcement() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if exists (select from letter_occasion o where o.word = new.occasion and o.tells_the_result)
       and not exists (select from edition e where e.id = new.edition_id and e.state in ('announced', 'archived'))
    then
        raise exception 'a letter that tells the result waits for the announcement'
            using errcode = 'check_violation', constraint = 'letter_waits_for_announcement';
    end if;
    return null;
end;
$$;
create constraint trigger letter_waits_for_announcement after insert or update of occasion, edition_id on letter
    deferrable initially deferred for each row execute function letter_waits_for_announcement();

-- What follows a move is brought about by the service itself, whoever made it: a judge who locks a reopened scorecard makes
-- a new tally run, a judge who steps off leaves a place to be filled. So the clock may look at what these need, and add it;
-- scores only of rounds that are closed (J5).
grant select on declaration, score, score_delta, sealed_input, tally_run to wego_clock;
create policy clock_reads on declaration for select to wego_clock using (true);
create policy clock_reads on score for select to wego_clock
    using (exists (select from scorecard s join round r on r.id = s.round_id
                   where s.id = scorecard_id and r.closed_at is not null));
create policy clock_reads on score_delta for select to wego_clock
    using (exists (select from scorecard s join round r on r.id = s.round_id
                   where s.id = scorecard_id and r.closed_at is not null));
create policy clock_reads on sealed_input for select to wego_clock using (true);
create policy clock_reads on tally_run for select to wego_clock using (true);
grant insert (edition_id, round_id, judge_id, entry_id, rule_set_id, entry_version, assigned_by, explanation, assigned_at)
    on scorecard to wego_clock;
create policy clock_finds_stand_ins on scorecard for insert to wego_clock
    with check (state = 'assigned' and assigned_by is null);
grant insert (edition_id, round_id, body, hash, sealed_at) on sealed_input to wego_clock;
create policy clock_seals on sealed_input for insert to wego_clock with check (true);
grant insert (edition_id, round_id, sealed_input_id, rule_set_id, program_version, cause, result, result_hash, run_by, run_at)
    on tally_run to wego_clock;
create policy clock_runs on tally_run for insert to wego_clock with check (run_by is null);

-- Nobody writes to the secretariat in a judge's name any more: acts do, as the service.
drop function write_to_office(bigint, text, text);
drop policy owner_queues on letter;
