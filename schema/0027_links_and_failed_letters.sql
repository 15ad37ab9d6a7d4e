-- What opens an account stands in clear in one place only: in a letter that has not gone out yet. And a letter that could
-- not be delivered stays before the secretariat until it is settled: sent again, to a corrected address, or put aside.

alter table letter drop constraint letter_state_check;
alter table letter add constraint letter_state_check check (state in ('queued', 'leased', 'accepted', 'failed', 'settled'));

-- A token is 43 signs after a slash (server/access/tokens.hpp).
create function without_tokens(content text) returns text
    language sql immutable parallel safe set search_path = pg_catalog
    return regexp_replace(content, '/[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])', '/…', 'g');

alter table letter no force row level security;
update letter set facts = without_tokens(facts) where state = 'accepted';
alter table letter force row level security;
alter table letter add constraint letter_sent_holds_no_token
    check (state not in ('accepted', 'settled') or facts !~ '/[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])');

-- A link that was used, or that a newer one replaced, is taken out of the letter that has not gone out, and that letter
-- does not go out any more. One that a sender has at hand right now is wiped when it was handed over.
create policy owner_settles on letter to current_user using (true) with check (true);
create function settle_letters_of_link() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public
    as $$
begin
    update letter set state = 'settled', facts = without_tokens(facts), lease_until = null
        where person_id = new.person_id and state in ('queued', 'failed')
          and exists (select from regexp_matches(facts, '/([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])', 'g') as held(token)
                      where sha256(convert_to(held.token[1], 'UTF8')) = new.token_hash);
    return null;
end
$$;
revoke all on function settle_letters_of_link() from public;
create trigger mail_link_settles_letters after update of used_at on mail_link
    for each row when (old.used_at is null and new.used_at is not null)
    execute function settle_letters_of_link();

-- An invitation that is sent again replaces the one before it to the same, and a link ends with the address that it
-- went to. The owner sees to it: the secretariat may make invitations and read none.
create policy owner_ends on mail_link to current_user using (true) with check (true);
create function replace_invitation() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public
    as $$
begin
    update mail_link set used_at = clock_timestamp()
        where person_id = new.person_id and purpose = new.purpose and details = new.details and used_at is null;
    return new;
end
$$;
create function end_links_to_old_address() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public
    as $$
begin
    update mail_link set used_at = clock_timestamp() where person_id = new.id and used_at is null;
    return null;
end
$$;
revoke all on function replace_invitation(), end_links_to_old_address() from public;
create trigger mail_link_replaces before insert on mail_link
    for each row when (new.purpose = 'invitation') execute function replace_invitation();
create trigger person_address_ends_links after update of email on person
    for each row when (old.email <> new.email) execute function end_links_to_old_address();

-- The address of an invited person who has not come yet can be corrected; whoever has confirmed one owns it.
grant update (email) on person to wego_secretariat;
create policy office_corrects on person for update to wego_secretariat
    using (confirmed_at is null and exists (select from judge j where j.person_id = person.id
           and j.terms_accepted_at is null and j.edition_id in (select office_editions())))
    with check (confirmed_at is null);

drop policy office_sends_again on letter;
create policy office_sends_again on letter for update to wego_secretariat
    using (edition_id in (select office_editions()) and state = 'failed') with check (state in ('queued', 'settled'));
grant update (to_address, facts) on letter to wego_secretariat;
