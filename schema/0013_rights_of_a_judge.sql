-- What a judge may see is asked in functions that are not pasted into each policy: written in SQL and run with the
-- judge's rights, they were, with the policies of the tables that they read, until saving one scorecard had a plan of
-- three hundred scans, whose start took longer than the saving. In PL/pgSQL their plans are kept, and as the owner they
-- need no policy of the tables they read; each asks again who acts, and tells a judge's own rights alone.

create policy owner_asks on judge for select to current_user using (true);
create policy owner_asks on conflict for select to current_user using (true);
create policy owner_asks on declaration for select to current_user using (true);
create policy owner_asks on round for select to current_user using (true);

create or replace function my_judges() returns setof bigint language plpgsql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
begin
    return query select j.id from judge j where j.person_id = acting_person() and j.left_at is null;
end
$$;

create or replace function my_panels() returns setof bigint language plpgsql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
begin
    return query select j.edition_id from judge j where j.person_id = acting_person() and j.left_at is null;
end
$$;

create or replace function my_barred_entries() returns setof bigint language plpgsql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
begin
    return query select c.entry_id from conflict c join judge j on j.id = c.judge_id
                 where c.bars and j.person_id = acting_person() and j.left_at is null;
end
$$;

create or replace function my_clear_entries() returns setof bigint language plpgsql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
begin
    return query select d.entry_id from declaration d join judge j on j.id = d.judge_id
                 where not d.has_conflict and j.person_id = acting_person() and j.left_at is null
                   and d.entry_id not in (select b from my_barred_entries() b);
end
$$;

create or replace function my_closed_rounds() returns setof bigint language plpgsql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
begin
    return query select r.id from round r join judge j on j.edition_id = r.edition_id
                 where r.closed_at is not null and j.person_id = acting_person() and j.left_at is null;
end
$$;
