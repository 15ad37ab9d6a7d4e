-- T5: every right has an end, an account's too. Who closes an account gives up its claims, sessions and links at once; the
-- address is free again, the name stays with what was done. A part in an edition that is not over ends first.
-- Of the address that was given back its hash stays: an entry may still name it as its contact, and who has closed an
-- account hears nothing (E8).
alter table person add column closed_address bytea;
create index person_closed_address on person (closed_address) where closed_address is not null;

create function account_ends_after_its_parts() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if exists (select from secretariat s where s.person_id = new.id and s.in_force)
       or exists (select from judge j join edition e on e.id = j.edition_id
                  where j.person_id = new.id and j.left_at is null and e.state not in ('archived', 'cancelled')) then
        raise exception 'this account has a part in an edition'
            using errcode = 'check_violation', constraint = 'account_ends_after_its_parts';
    end if;
    delete from session where person_id = new.id;
    update mail_link set used_at = clock_timestamp() where person_id = new.id and used_at is null;
    delete from applicant where person_id = new.id;
    new.closed_address := sha256(convert_to(old.email, 'UTF8'));
    new.email := 'closed-' || new.id || '@account.invalid';
    return new;
end
$$;
revoke all on function account_ends_after_its_parts() from public;
create trigger account_ends_after_its_parts before update of disabled_at on person
    for each row when (old.disabled_at is null and new.disabled_at is not null)
    execute function account_ends_after_its_parts();
-- The operator's command ends memberships in the name of whom it closes.
grant update (ended_by, ended_at) on secretariat to wego_access;
grant delete on credential to wego_access;
