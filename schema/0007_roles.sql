-- Who may touch what: one database role for each role of the product, owning nothing, chosen with
-- SET LOCAL ROLE in each transaction; row-level security is the second lock behind the policy table of
-- server/access. The acting person is set with set_config('app.person', …, true). Nothing set: nothing seen.

do $$
declare name text;
begin
    foreach name in array array['wego_public', 'wego_access', 'wego_applicant', 'wego_judge', 'wego_secretariat',
                                'wego_clock'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I nologin noinherit', name);
        end if;
    end loop;
    if not exists (select from pg_roles where rolname = 'wego_app') then
        create role wego_app login noinherit;
    end if;
    grant wego_public, wego_access, wego_applicant, wego_judge, wego_secretariat, wego_clock to wego_app;
end
$$;

revoke create on schema public from public;
grant usage on schema public to wego_public, wego_access, wego_applicant, wego_judge, wego_secretariat, wego_clock;

-- The person in whose name the transaction acts; null when nobody is.
create function acting_person() returns bigint language sql stable parallel safe
    return nullif(current_setting('app.person', true), '')::bigint;

create function acts_for_edition(bigint) returns boolean language sql stable
    return exists (select from secretariat s
                   where s.person_id = acting_person() and (s.edition_id is null or s.edition_id = $1));

create function acts_for_office() returns boolean language sql stable
    return exists (select from secretariat s where s.person_id = acting_person());

-- Three functions run as the owner, since the policies of the tables they read would otherwise ask themselves; each
-- asks again who acts, and none gives back more than its own answer.
create function my_cities() returns setof bigint language sql stable security definer
    set search_path = pg_catalog, public, pg_temp
begin atomic
    select city_id from applicant where person_id = acting_person() and confirmed_at is not null;
end;
create function city_has_applicants(city bigint) returns boolean language sql stable security definer
    set search_path = pg_catalog, public, pg_temp
    return acting_person() is not null
       and exists (select from applicant a where a.city_id = $1 and a.confirmed_at is not null);
-- One submission after the other, so that no number is given twice and none is left out.
create function next_entry_number(edition bigint) returns integer language sql volatile security definer
    set search_path = pg_catalog, public, pg_temp
begin atomic
    select pg_advisory_xact_lock(20141, cast(edition as integer));
    select case when acting_person() is not null then coalesce(max(number), 0) + 1 end
    from entry where edition_id = next_entry_number.edition;
end;
create policy owner_asks on applicant for select to current_user using (true);
create policy owner_asks on entry for select to current_user using (true);

create function round_is_closed(round bigint) returns boolean language sql stable
    return exists (select from round r where r.id = $1 and r.closed_at is not null);

create function edition_is_announced(edition bigint) returns boolean language sql stable
    return exists (select from edition e where e.id = $1 and e.announced_at is not null);

do $$
declare t text;
begin
    for t in select tablename from pg_tables where schemaname = 'public' loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('revoke all on %I from public', t);
    end loop;
end
$$;

-- ── the clock: the service's own timer and its outbox ──────────────────────────────────────────────────────
do $$
declare t text;
begin
    foreach t in array array['edition', 'rule_set', 'category', 'tier', 'city', 'applicant', 'person', 'entry',
            'entry_version', 'judge', 'round', 'round_entry', 'scorecard', 'slate', 'slate_prize', 'slate_approval',
            'prize', 'certificate', 'letter', 'audit_event', 'lifecycle_edge', 'secretariat', 'decision',
            'attachment', 'attachment_chunk', 'session', 'mail_link', 'rate_bucket', 'extension',
            'answer'] loop
        execute format('grant select on %I to wego_clock', t);
        execute format('create policy clock_reads on %I for select to wego_clock using (true)', t);
    end loop;
    foreach t in array array['edition', 'entry', 'scorecard', 'round', 'letter', 'certificate', 'slate'] loop
        execute format('grant update on %I to wego_clock', t);
        execute format('create policy clock_updates on %I for update to wego_clock using (true) with check (true)', t);
    end loop;
    foreach t in array array['letter', 'prize', 'certificate'] loop
        execute format('grant insert on %I to wego_clock', t);
        execute format('create policy clock_adds on %I for insert to wego_clock with check (true)', t);
    end loop;
    foreach t in array array['session', 'mail_link', 'rate_bucket', 'attachment_chunk', 'attachment'] loop
        execute format('grant delete on %I to wego_clock', t);
        execute format('create policy clock_sweeps on %I for delete to wego_clock using (true)', t);
    end loop;
end
$$;

-- J1: the service itself works conflicts out, on every change of a judge's or an entry's data, whoever makes it.
grant select, insert, delete on conflict to wego_clock;
create policy clock_reads on conflict for select to wego_clock using (true);
create policy clock_finds on conflict for insert to wego_clock with check (found_by is null);
create policy clock_takes_back on conflict for delete to wego_clock using (found_by is null);
grant select on relation to wego_clock;
create policy clock_reads on relation for select to wego_clock using (true);

-- ── access: signing in, registering, links by mail ─────────────────────────────────────────────────────────
do $$
declare t text;
begin
    foreach t in array array['person', 'credential', 'recovery_code', 'session', 'known_device', 'mail_link',
            'rate_bucket'] loop
        execute format('grant select, insert, update on %I to wego_access', t);
        execute format('create policy access_all on %I to wego_access using (true) with check (true)', t);
    end loop;
    foreach t in array array['session', 'recovery_code', 'rate_bucket'] loop
        execute format('grant delete on %I to wego_access', t);
    end loop;
    foreach t in array array['secretariat', 'judge', 'applicant', 'edition'] loop
        execute format('grant select on %I to wego_access', t);
        execute format('create policy access_reads on %I for select to wego_access using (true)', t);
    end loop;
    foreach t in array array['entry', 'scorecard', 'conflict', 'attachment', 'certificate'] loop
        execute format('create policy access_reads on %I for select to wego_access using (true)', t);
    end loop;
end
$$;
-- Just what the first lock asks of a subject: whose it is and where it belongs. No title, no state, no score.
grant select (id, edition_id, city_id) on entry to wego_access;
grant select (id, edition_id, judge_id, entry_id) on scorecard to wego_access;
grant select (judge_id, entry_id, bars) on conflict to wego_access;
grant select (id, entry_id) on attachment to wego_access;
grant select (id, edition_id, entry_id, judge_id) on certificate to wego_access;
grant update (terms_accepted_at, terms_name) on judge to wego_access;
create policy access_accepts on judge for update to wego_access
    using (person_id = acting_person()) with check (person_id = acting_person());
grant insert on secretariat to wego_access;
create policy access_adds on secretariat for insert to wego_access with check (person_id = acting_person());

-- ── everyone who acts may add to the log and to the outbox, and may read neither by that right ─────────────
do $$
declare r text;
begin
    foreach r in array array['wego_access', 'wego_applicant', 'wego_judge', 'wego_secretariat', 'wego_clock'] loop
        execute format('grant insert (edition_id, happened_at, actor_id, actor_role, subject, subject_id, action, '
                       'machine, from_state, to_state, body, salt, leaf_hash) on audit_event to %I', r);
        execute format('create policy %I on audit_event for insert to %I with check '
                       '(actor_id is not distinct from acting_person())', 'adds_' || r, r);
        execute format('grant insert (edition_id, occasion, cause, person_id, to_name, to_address, language, facts, '
                       'next_attempt_at) on letter to %I', r);
        if r <> 'wego_clock' then
            execute format('create policy %I on letter for insert to %I with check (true)', 'queues_' || r, r);
        end if;
    end loop;
end
$$;

-- ── the public ─────────────────────────────────────────────────────────────────────────────────────────────
grant select on edition, category, tier, rule_set, city, prize, certificate to wego_public;
create policy public_reads on edition for select to wego_public using (state not in ('planned', 'cancelled'));
create policy public_reads on category for select to wego_public
    using (exists (select from edition e where e.id = edition_id));
create policy public_reads on tier for select to wego_public
    using (exists (select from edition e where e.id = edition_id));
create policy public_reads on rule_set for select to wego_public
    using (exists (select from edition e where e.id = edition_id and e.rule_set_id = rule_set.id));
create policy public_reads on prize for select to wego_public using (edition_is_announced(edition_id));
create policy public_reads on city for select to wego_public
    using (approved_at is not null and (member or exists (select from prize p where p.city_id = city.id)));
create policy public_reads on certificate for select to wego_public using (edition_is_announced(edition_id));
grant select (id, edition_id, public_note) on decision to wego_public;
create policy public_reads on decision for select to wego_public using (edition_is_announced(edition_id));
grant select (id, edition_id, name, title, affiliation, country, chair, alternate, left_at) on judge to wego_public;
create policy public_reads on judge for select to wego_public using (edition_is_announced(edition_id));

-- ── applicants: their cities' entries, whole; of the rest what the public sees ─────────────────────────────
grant select on edition, category, tier, rule_set, city, prize, certificate to wego_applicant;
create policy applicant_reads on edition for select to wego_applicant using (state <> 'planned');
create policy applicant_reads on category for select to wego_applicant using (true);
create policy applicant_reads on tier for select to wego_applicant using (true);
create policy applicant_reads on rule_set for select to wego_applicant
    using (exists (select from edition e where e.id = edition_id and e.rule_set_id = rule_set.id));
create policy applicant_reads on prize for select to wego_applicant using (edition_is_announced(edition_id));
create policy applicant_reads on city for select to wego_applicant
    using (approved_at is not null or proposed_by = acting_person() or id in (select my_cities()));
grant insert (official_name, printed_name, country, printed_country, parent_id, region, proposed_by) on city
    to wego_applicant;
create policy applicant_proposes on city for insert to wego_applicant
    with check (proposed_by = acting_person() and approved_at is null and not member);
grant select, insert on applicant to wego_applicant;
grant update (confirmed_at) on applicant to wego_applicant;
grant delete on applicant to wego_applicant;
-- The first applicant of a city is confirmed at once; who comes later waits for one of them.
create policy applicant_reads on applicant for select to wego_applicant
    using (person_id = acting_person() or city_id in (select my_cities()));
create policy applicant_joins on applicant for insert to wego_applicant
    with check (person_id = acting_person() and (confirmed_at is null or not city_has_applicants(city_id)));
create policy applicant_confirms on applicant for update to wego_applicant
    using (city_id in (select my_cities()) and confirmed_at is null) with check (city_id in (select my_cities()));
create policy applicant_leaves on applicant for delete to wego_applicant
    using (person_id = acting_person() or (confirmed_at is null and city_id in (select my_cities())));
grant select on person to wego_applicant;
create policy applicant_reads on person for select to wego_applicant
    using (id = acting_person() or id in (select a.person_id from applicant a));

-- Every column but sealed_state: the outcome stays hidden until the announcement (P3).
grant select (id, edition_id, city_id, category_id, number, place, title, state, version, third_party, provider_name,
              returned_reason, return_due_at, closing_reason, created_by, created_at, submitted_at, current_version)
    on entry to wego_applicant;
grant insert (edition_id, city_id, category_id, title, third_party, provider_name, created_by)
    on entry to wego_applicant;
grant update (category_id, title, state, version, third_party, provider_name, number, place, submitted_at,
              current_version, closing_reason, returned_reason, return_due_at) on entry to wego_applicant;
create policy applicant_reads on entry for select to wego_applicant using (city_id in (select my_cities()));
create policy applicant_adds on entry for insert to wego_applicant
    with check (city_id in (select my_cities()) and state = 'draft');
create policy applicant_edits on entry for update to wego_applicant
    using (city_id in (select my_cities())) with check (city_id in (select my_cities()));
grant select on entry_place to wego_applicant, wego_secretariat, wego_clock;
create policy anyone_reads on entry_place for select to wego_applicant, wego_clock using (true);

create function my_entries() returns setof bigint language sql stable
begin atomic
    select id from entry where city_id in (select my_cities());
end;

do $$
declare t text;
begin
    foreach t in array array['answer', 'attachment', 'attachment_chunk', 'entry_version', 'late_refusal'] loop
        execute format('grant select, insert on %I to wego_applicant', t);
    end loop;
    foreach t in array array['answer', 'attachment', 'entry_version', 'late_refusal'] loop
        execute format('create policy applicant_reads on %I for select to wego_applicant '
                       'using (entry_id in (select my_entries()))', t);
        execute format('create policy applicant_adds on %I for insert to wego_applicant '
                       'with check (entry_id in (select my_entries()))', t);
    end loop;
end
$$;
grant update (value, version, saved_at, saved_by) on answer to wego_applicant;
create policy applicant_edits on answer for update to wego_applicant
    using (entry_id in (select my_entries())) with check (entry_id in (select my_entries()));
grant update (received, hash, media_type, state) on attachment to wego_applicant;
create policy applicant_edits on attachment for update to wego_applicant
    using (entry_id in (select my_entries())) with check (entry_id in (select my_entries()));
create policy applicant_reads on attachment_chunk for select to wego_applicant
    using (exists (select from attachment a where a.id = attachment_id));
create policy applicant_adds on attachment_chunk for insert to wego_applicant
    with check (exists (select from attachment a where a.id = attachment_id and a.state = 'uploading'));
grant select on extension to wego_applicant;
create policy applicant_reads on extension for select to wego_applicant using (city_id in (select my_cities()));
create policy applicant_reads on certificate for select to wego_applicant
    using (entry_id in (select my_entries()) and edition_is_announced(edition_id));

-- ── the secretariat: all of its editions, but no score before its round is closed (J5) ─────────────────────
do $$
declare t text;
begin
    foreach t in array array['rule_set', 'category', 'tier', 'entry', 'extension', 'judge', 'relation', 'conflict',
            'round', 'round_entry', 'scorecard', 'decision', 'sealed_input', 'tally_run', 'decision_relied_on',
            'slate', 'slate_prize', 'slate_approval', 'prize', 'certificate', 'deliberation_note', 'screening_check',
            'entry_place'] loop
        execute format('grant select, insert on %I to wego_secretariat', t);
        execute format('create policy office_all on %I to wego_secretariat '
                       'using (acts_for_edition(edition_id)) with check (acts_for_edition(edition_id))', t);
    end loop;
    foreach t in array array['category', 'tier', 'entry', 'judge', 'conflict', 'round', 'scorecard', 'slate', 'prize',
            'certificate', 'screening_check'] loop
        execute format('grant update on %I to wego_secretariat', t);
    end loop;
    foreach t in array array['category', 'tier', 'round_entry', 'relation', 'slate_prize', 'screening_check',
            'entry_place'] loop
        execute format('grant delete on %I to wego_secretariat', t);
    end loop;
    foreach t in array array['answer', 'entry_version', 'attachment', 'late_refusal', 'declaration'] loop
        execute format('grant select on %I to wego_secretariat', t);
        execute format('create policy office_reads on %I for select to wego_secretariat '
                       'using (acts_for_edition(edition_id))', t);
    end loop;
    foreach t in array array['score', 'scorecard_comment', 'scorecard_revision', 'score_delta'] loop
        execute format('grant select on %I to wego_secretariat', t);
        execute format('create policy office_reads on %I for select to wego_secretariat '
                       'using (acts_for_edition(edition_id) and exists (select from scorecard s '
                       'where s.id = scorecard_id and round_is_closed(s.round_id)))', t);
    end loop;
end
$$;
-- Nobody approves a slate in somebody else's name.
create policy office_approves_as_itself on slate_approval as restrictive for insert to wego_secretariat
    with check (person_id = acting_person());
-- An assignment that was never begun; a rule that no longer holds.
grant delete on scorecard, conflict to wego_secretariat;
create policy office_takes_back on scorecard as restrictive for delete to wego_secretariat using (state = 'assigned');
create policy office_takes_back on conflict as restrictive for delete to wego_secretariat using (found_by is null);
grant update (frozen_at) on rule_set to wego_secretariat;
grant select on attachment_chunk to wego_secretariat;
create policy office_reads on attachment_chunk for select to wego_secretariat using (acts_for_edition(edition_id));
grant select, insert, update on edition to wego_secretariat;
create policy office_reads on edition for select to wego_secretariat using (acts_for_edition(id));
create policy office_edits on edition for update to wego_secretariat
    using (acts_for_edition(id)) with check (acts_for_edition(id));
create policy office_founds on edition for insert to wego_secretariat
    with check (exists (select from secretariat s where s.person_id = acting_person() and s.edition_id is null));
grant select, insert, update on city to wego_secretariat;
create policy office_all on city to wego_secretariat using (acts_for_office()) with check (acts_for_office());
grant select, insert, delete on applicant to wego_secretariat;
grant update (confirmed_at) on applicant to wego_secretariat;
create policy office_all on applicant to wego_secretariat using (acts_for_office()) with check (acts_for_office());
grant select on person to wego_secretariat;
grant insert (email, name, language, demonstration) on person to wego_secretariat;
create policy office_reads on person for select to wego_secretariat using (acts_for_office());
create policy office_invites on person for insert to wego_secretariat with check (acts_for_office());
grant insert on mail_link to wego_secretariat;
create policy office_invites on mail_link for insert to wego_secretariat
    with check (acts_for_office() and purpose = 'invitation');
grant select, insert on secretariat to wego_secretariat;
-- No function here: acts_for_edition() reads this table.
create policy office_reads on secretariat for select to wego_secretariat using (true);
create policy office_invites on secretariat for insert to wego_secretariat
    with check (edition_id is not null and acts_for_edition(edition_id));
grant select on letter, audit_event to wego_secretariat;
grant update (state, next_attempt_at, lease_until) on letter to wego_secretariat;
create policy office_reads on letter for select to wego_secretariat using (acts_for_edition(edition_id));
create policy office_sends_again on letter for update to wego_secretariat
    using (acts_for_edition(edition_id) and state = 'failed') with check (state = 'queued');
create policy office_reads on audit_event for select to wego_secretariat using (acts_for_edition(edition_id));
grant select on lifecycle_edge to wego_secretariat;
create policy office_reads on lifecycle_edge for select to wego_secretariat using (true);
-- The migration fills it as the owner, whom FORCE holds to the policies too.
create policy owner_fills on lifecycle_edge
    using (current_user = (select tableowner from pg_tables where schemaname = 'public' and tablename = 'lifecycle_edge'))
    with check (current_user = (select tableowner from pg_tables
                                where schemaname = 'public' and tablename = 'lifecycle_edge'));
