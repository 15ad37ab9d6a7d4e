-- What a link confirms is what that link carries: the name and the password that somebody registered wait in the link,
-- and an account that nobody has confirmed holds no password. Links of the time before carried nothing.
alter table person no force row level security;
alter table credential no force row level security;
alter table mail_link no force row level security;
delete from credential c using person p where p.id = c.person_id and p.confirmed_at is null;
update mail_link set used_at = clock_timestamp() where purpose = 'confirm_address' and used_at is null;
alter table mail_link force row level security;
alter table credential force row level security;
alter table person force row level security;

create function credential_waits_for_confirmation() returns trigger
    language plpgsql set search_path = pg_catalog, public as $$
begin
    if not exists (select from person p where p.id = new.person_id and p.confirmed_at is not null) then
        raise exception 'a password belongs to a confirmed account'
            using errcode = 'check_violation', constraint = 'credential_waits_for_confirmation';
    end if;
    return new;
end
$$;
create trigger credential_waits_for_confirmation before insert or update on credential
    for each row execute function credential_waits_for_confirmation();

-- An invitation is answered. A judge who declines has left, and was never there.
alter table judge add column accepted_at timestamptz, add column declined_at timestamptz;
alter table judge no force row level security;
alter table person no force row level security;
update judge j set accepted_at = coalesce(j.terms_accepted_at, p.confirmed_at) from person p where p.id = j.person_id;
alter table person force row level security;
alter table judge force row level security;
alter table judge add constraint judge_answers_once check (declined_at is null or terms_accepted_at is null);

create function judge_who_declines_has_left() returns trigger language plpgsql as $$
begin
    if old.declined_at is null and new.declined_at is not null then
        new.left_at := new.declined_at;
        new.chair := false;
        new.version := old.version + 1;
    elsif new.declined_at is null and old.declined_at is not null then
        new.left_at := null;
        new.accepted_at := null;
        new.invited_at := clock_timestamp();
        new.version := old.version + 1;
    elsif new.terms_accepted_at is not null then
        new.accepted_at := coalesce(new.accepted_at, new.terms_accepted_at);
    end if;
    return new;
end
$$;
create trigger judge_who_declines_has_left before update on judge
    for each row execute function judge_who_declines_has_left();
grant update (accepted_at, declined_at) on judge to wego_access;

-- T5: a member of the secretariat is one once the invitation was accepted and a second member confirmed it. Where a
-- secretariat has one member only there is no second: its next member needs none.
alter table secretariat
    add column invited_by bigint references person (id),
    add column accepted_at timestamptz,
    add column declined_at timestamptz,
    add column confirmed_by bigint references person (id),
    add column confirmed_at timestamptz,
    add column end_asked_by bigint references person (id),
    add column end_asked_at timestamptz,
    add column end_reason text not null default '' check (length(end_reason) <= 20000),
    add column ended_by bigint references person (id),
    add column ended_at timestamptz;
alter table secretariat no force row level security;
update secretariat set accepted_at = added_at, confirmed_at = added_at;
alter table secretariat force row level security;
alter table secretariat
    add column in_force boolean not null generated always as (accepted_at is not null and declined_at is null
        and confirmed_at is not null and ended_at is null) stored,
    add constraint secretariat_nobody_confirms_itself check (confirmed_by <> person_id),
    add constraint secretariat_end_is_whole check ((end_asked_by is null) = (end_asked_at is null)
                                                   and (ended_by is null) = (ended_at is null)),
    -- An invitation is taken back by one person, and whoever wants to go goes alone.
    add constraint secretariat_ends_by_two check (ended_at is null or accepted_at is null or ended_by = person_id
                                                  or (end_asked_by is not null and end_asked_by <> ended_by));
-- Whoever declined or left can be invited once more.
alter table secretariat drop constraint secretariat_unique;
create unique index secretariat_unique on secretariat (person_id, edition_id) nulls not distinct
    where declined_at is null and ended_at is null;

create or replace function acts_for_edition(bigint) returns boolean language sql stable
return exists (select from secretariat s where s.person_id = acting_person() and s.in_force
                                           and (s.edition_id is null or s.edition_id = $1));
create or replace function acts_for_office() returns boolean language sql stable
return exists (select from secretariat s where s.person_id = acting_person() and s.in_force);

-- Since when somebody belongs to a secretariat: from the acceptance and the confirmation on.
create or replace function in_office_since(person bigint, edition bigint, since timestamptz) returns boolean language sql
    stable
    return exists (select from secretariat s join person p on p.id = s.person_id
                   where s.person_id = $1 and (s.edition_id is null or s.edition_id = $2) and s.in_force
                     and greatest(s.accepted_at, s.confirmed_at) <= $3 and p.disabled_at is null);

create function is_alone_in_office(edition bigint) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    return not exists (select from secretariat s where s.in_force and s.person_id <> acting_person()
                       and (s.edition_id is null or s.edition_id = edition));
end
$$;
revoke all on function is_alone_in_office(bigint) from public;
grant execute on function is_alone_in_office(bigint) to wego_secretariat;

revoke insert on secretariat from wego_secretariat;
grant insert (person_id, edition_id, invited_by) on secretariat to wego_secretariat;
grant update (confirmed_by, confirmed_at, end_asked_by, end_asked_at, end_reason, ended_by, ended_at)
    on secretariat to wego_secretariat;
grant update (accepted_at, declined_at) on secretariat to wego_access;
alter policy office_invites on secretariat
    with check (edition_id in (select office_editions()) and invited_by = acting_person());
create policy office_keeps on secretariat for update to wego_secretariat
    using (edition_id in (select office_editions()) and declined_at is null and ended_at is null)
    with check (edition_id is not null);
create policy access_answers on secretariat for update to wego_access
    using (person_id = acting_person() and ended_at is null) with check (person_id = acting_person());

-- Each confirmation and each end is the acting person's own.
create function secretariat_changes_by_its_own() returns trigger
    language plpgsql set search_path = pg_catalog, public as $$
begin
    if (new.confirmed_at is distinct from old.confirmed_at
        and (old.confirmed_at is not null or new.confirmed_by is distinct from acting_person()
             or (new.confirmed_by = new.invited_by and not is_alone_in_office(new.edition_id))))
       or (new.end_asked_by is distinct from old.end_asked_by
           and (new.end_asked_by is distinct from acting_person() and new.end_asked_by is not null))
       or (new.ended_at is distinct from old.ended_at and new.ended_by is distinct from acting_person())
    then
        raise exception 'somebody else confirms and ends a membership'
            using errcode = 'check_violation', constraint = 'secretariat_by_two_people';
    end if;
    return new;
end
$$;
create trigger secretariat_changes_by_its_own before update on secretariat
    for each row when (current_user = 'wego_secretariat') execute function secretariat_changes_by_its_own();

-- The end of a right ends the sessions and the links of who had it, at once.
create policy owner_ends on session to current_user using (true) with check (true);
create function end_sessions_with_the_right() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    delete from session where person_id = new.person_id;
    update mail_link set used_at = clock_timestamp() where person_id = new.person_id and used_at is null;
    return null;
end
$$;
revoke all on function end_sessions_with_the_right() from public;
create trigger secretariat_end_ends_sessions after update on secretariat
    for each row when (old.in_force and not new.in_force) execute function end_sessions_with_the_right();
create trigger judge_end_ends_sessions after update on judge
    for each row when (old.left_at is null and new.left_at is not null and new.declined_at is null)
    execute function end_sessions_with_the_right();

alter policy office_founds on edition
    with check (exists (select from secretariat s where s.person_id = acting_person() and s.edition_id is null and s.in_force));
