-- E8: a city is claimed. Who joins it waits: the first for the secretariat, later ones for a confirmed person of the city
-- or the secretariat. Those of the time before stay confirmed.
alter policy applicant_joins on applicant with check (person_id = acting_person() and confirmed_at is null);

-- Nobody of the secretariat decides about a city that is their own (C6): not who writes for it, not what becomes of its
-- entries. Waiting to belong to it is enough.
create function own_cities() returns setof bigint
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select city_id from applicant where person_id = acting_person();
    end;
revoke all on function own_cities() from public;
grant execute on function own_cities() to wego_secretariat;

-- The argument is the column that holds the city.
create function not_about_the_own_city() returns trigger
    language plpgsql set search_path = pg_catalog, public as $$
begin
    if cast(to_jsonb(new) ->> tg_argv[0] as bigint) in (select own_cities()) then
        raise exception 'nobody of the secretariat decides about the own city'
            using errcode = 'check_violation', constraint = 'not_about_the_own_city';
    end if;
    return new;
end
$$;
create trigger applicant_not_by_its_own before insert or update on applicant
    for each row when (current_user = 'wego_secretariat') execute function not_about_the_own_city('city_id');
create trigger extension_not_for_the_own_city before insert on extension
    for each row when (current_user = 'wego_secretariat') execute function not_about_the_own_city('city_id');
create trigger entry_not_of_the_own_city before update of state on entry
    for each row when (current_user = 'wego_secretariat' and new.state <> old.state
                       and new.state in ('eligible', 'ineligible', 'returned', 'withdrawn'))
    execute function not_about_the_own_city('city_id');

create trigger city_not_by_its_own before update on city
    for each row when (current_user = 'wego_secretariat') execute function not_about_the_own_city('id');

-- The end of the right ends the sessions of who had it, at once; who leaves by itself is known to do so.
create or replace function end_sessions_with_the_right() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    who bigint := coalesce(new.person_id, old.person_id);  -- a right that is deleted has no new row
begin
    delete from session where person_id = who;
    update mail_link set used_at = clock_timestamp() where person_id = who and used_at is null;
    return null;
end
$$;
create trigger applicant_end_ends_sessions after delete on applicant
    for each row when (current_user = 'wego_secretariat' and old.confirmed_at is not null)
    execute function end_sessions_with_the_right();

-- Whom the secretariat has named for a city can decline.
grant delete on applicant to wego_access;
create policy access_declines on applicant for delete to wego_access using (person_id = acting_person());
