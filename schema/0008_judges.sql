-- Judges: what is assigned to them and no conflict bars (J2); the others' scores of closed rounds only, and only of
-- entries with which they declared to have no conflict (J1, J5). The functions here are written so that PostgreSQL
-- draws them into the query (`from f() f`): a list of entries asks them once, not once for each row.

create function my_judges() returns setof bigint language sql stable
begin atomic
    select id from judge where person_id = acting_person() and left_at is null;
end;

create function my_panels() returns setof bigint language sql stable
begin atomic
    select edition_id from judge where person_id = acting_person() and left_at is null;
end;

create function my_barred_entries() returns setof bigint language sql stable
begin atomic
    select entry_id from conflict where bars and judge_id in (select j from my_judges() j);
end;

create function my_clear_entries() returns setof bigint language sql stable
begin atomic
    select entry_id from declaration where not has_conflict and judge_id in (select j from my_judges() j);
end;

create function my_closed_rounds() returns setof bigint language sql stable
begin atomic
    select id from round where closed_at is not null and edition_id in (select p from my_panels() p);
end;

grant select on edition, category, tier, rule_set, round, city to wego_judge;
create policy judge_reads on edition for select to wego_judge using (id in (select p from my_panels() p));
create policy judge_reads on category for select to wego_judge using (edition_id in (select p from my_panels() p));
create policy judge_reads on tier for select to wego_judge using (edition_id in (select p from my_panels() p));
create policy judge_reads on rule_set for select to wego_judge using (edition_id in (select p from my_panels() p));
create policy judge_reads on round for select to wego_judge using (edition_id in (select p from my_panels() p));
-- A city that is no member is known by its entry alone, so it is seen by those who see the entry.
create policy judge_reads on city for select to wego_judge
    using (approved_at is not null and (member or id in (select e.city_id from entry e)));
grant select on person to wego_judge;
create policy judge_reads on person for select to wego_judge using (id = acting_person());
grant select (id, edition_id, person_id, name, title, affiliation, country, chair, alternate, terms_accepted_at,
              terms_name, identity_checked_at, left_at, expertise) on judge to wego_judge;
-- No function here: my_panels() reads this table.
create policy judge_reads on judge for select to wego_judge using (true);
grant update (terms_accepted_at, terms_name) on judge to wego_judge;
create policy judge_accepts on judge for update to wego_judge
    using (person_id = acting_person()) with check (person_id = acting_person());

-- Just the numbers that the lock itself needs; never why.
grant select (edition_id, judge_id, entry_id, bars), insert on conflict to wego_judge;
create policy judge_reads on conflict for select to wego_judge using (judge_id in (select j from my_judges() j));
create policy judge_declares on conflict for insert to wego_judge
    with check (judge_id in (select j from my_judges() j) and kind = 'declared' and bars);
grant select, insert on declaration to wego_judge;
grant update (has_conflict, reason, typed_name, declared_at) on declaration to wego_judge;
create policy judge_reads on declaration for select to wego_judge
    using (judge_id in (select j from my_judges() j) and entry_id not in (select b from my_barred_entries() b));
create policy judge_declares on declaration for insert to wego_judge
    with check (judge_id in (select j from my_judges() j));
create policy judge_declares_again on declaration for update to wego_judge
    using (judge_id in (select j from my_judges() j)) with check (judge_id in (select j from my_judges() j));

grant select on scorecard, score, scorecard_comment, scorecard_revision, score_delta, deliberation_note to wego_judge;
grant update (state, version, reason, submitted_at, submitted_hash) on scorecard to wego_judge;
create policy judge_reads on scorecard for select to wego_judge
    using (entry_id not in (select b from my_barred_entries() b)
           and (judge_id in (select j from my_judges() j)
                or (round_id in (select r from my_closed_rounds() r)
                    and entry_id in (select c from my_clear_entries() c))));
-- T3: nobody edits a score but its judge, and the judge no locked one.
create policy judge_edits on scorecard for update to wego_judge
    using (judge_id in (select j from my_judges() j) and state in ('assigned', 'in_progress', 'submitted', 'reopened'))
    with check (judge_id in (select j from my_judges() j));

do $$
declare t text;
begin
    foreach t in array array['score', 'scorecard_comment', 'scorecard_revision', 'score_delta'] loop
        execute format('create policy judge_reads on %I for select to wego_judge '
                       'using (exists (select from scorecard s where s.id = scorecard_id))', t);
        execute format('grant insert on %I to wego_judge', t);
        execute format('create policy judge_adds on %I for insert to wego_judge '
                       'with check (exists (select from scorecard s where s.id = scorecard_id '
                       'and s.judge_id in (select j from my_judges() j) '
                       'and s.state in (''assigned'', ''in_progress'', ''reopened'')))', t);
    end loop;
    foreach t in array array['score', 'scorecard_comment'] loop
        execute format('create policy judge_edits on %I for update to wego_judge '
                       'using (exists (select from scorecard s where s.id = scorecard_id '
                       'and s.judge_id in (select j from my_judges() j) '
                       'and s.state in (''assigned'', ''in_progress'', ''reopened'')))', t);
    end loop;
end
$$;
grant update (value, reason) on score to wego_judge;
grant update (body) on scorecard_comment to wego_judge;

create policy judge_reads on deliberation_note for select to wego_judge
    using (round_id in (select r from my_closed_rounds() r) and entry_id in (select c from my_clear_entries() c)
           and entry_id not in (select b from my_barred_entries() b));
grant insert (edition_id, round_id, entry_id, judge_id, person_id, body) on deliberation_note to wego_judge;
create policy judge_notes on deliberation_note for insert to wego_judge
    with check (judge_id in (select j from my_judges() j) and person_id = acting_person()
                and round_id in (select r from my_closed_rounds() r)
                and entry_id in (select c from my_clear_entries() c)
                and entry_id not in (select b from my_barred_entries() b));

-- What the panel is to deliberate on: the entries of closed rounds, to be declared on where that is still open.
grant select on round_entry to wego_judge;
create policy judge_reads on round_entry for select to wego_judge
    using (round_id in (select r from my_closed_rounds() r)
           and entry_id not in (select b from my_barred_entries() b));

grant select (id, edition_id, city_id, category_id, number, title, third_party, provider_name, current_version,
              submitted_at) on entry to wego_judge;
create policy judge_reads on entry for select to wego_judge
    using (id in (select s.entry_id from scorecard s) or id in (select r.entry_id from round_entry r));
-- The version that a scorecard names, once its judge has declared; no letter of approval, which names people.
grant select on entry_version, attachment, attachment_chunk to wego_judge;
create policy judge_reads on entry_version for select to wego_judge
    using (entry_id in (select c from my_clear_entries() c)
           and exists (select from scorecard s where s.entry_id = entry_version.entry_id
                                                 and s.entry_version = entry_version.number));
create policy judge_reads on attachment for select to wego_judge
    using (state = 'stored' and purpose = 'supporting' and entry_id in (select c from my_clear_entries() c)
           and exists (select from scorecard s where s.entry_id = attachment.entry_id));
create policy judge_reads on attachment_chunk for select to wego_judge
    using (exists (select from attachment a where a.id = attachment_id));

grant select on tally_run, slate, slate_prize, decision to wego_judge;
create policy judge_reads on tally_run for select to wego_judge
    using (round_id in (select r from my_closed_rounds() r)
           and not exists (select from conflict c where c.edition_id = tally_run.edition_id and c.bars
                                                    and c.judge_id in (select j from my_judges() j)));
create policy judge_reads on slate for select to wego_judge using (edition_is_announced(edition_id));
create policy judge_reads on slate_prize for select to wego_judge
    using (edition_is_announced(edition_id)
           and (entry_id is null or entry_id not in (select b from my_barred_entries() b)));
create policy judge_reads on decision for select to wego_judge using (edition_is_announced(edition_id));
grant select on certificate, prize to wego_judge;
create policy judge_reads on certificate for select to wego_judge
    using (judge_id in (select j from my_judges() j) and edition_is_announced(edition_id));
create policy judge_reads on prize for select to wego_judge using (edition_is_announced(edition_id));

-- A judge who steps off an entry makes work for the secretariat, and cannot read who that is: the letters are written
-- as the owner. `facts` is a document of the occasion attention_wanted.
create policy owner_asks on secretariat for select to current_user using (true);
create policy owner_asks on person for select to current_user using (true);
create policy owner_queues on letter for insert to current_user with check (true);
create function write_to_office(edition bigint, cause text, facts text) returns void language sql volatile
    security definer set search_path = pg_catalog, public, pg_temp
begin atomic
    insert into letter (edition_id, occasion, cause, person_id, to_name, to_address, language, facts)
    select write_to_office.edition, 'attention_wanted', write_to_office.cause, p.id, p.name, p.email, p.language,
           write_to_office.facts
    from person p
    where acting_person() is not null and p.disabled_at is null
      and p.id in (select s.person_id from secretariat s
                   where s.edition_id is null or s.edition_id = write_to_office.edition)
    on conflict do nothing;
end;
