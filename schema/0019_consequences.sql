-- What the database knows of letters: the occasions, and which of them tell the result. Filled from
-- notifications/audience.hpp at each migration, as lifecycle_edge is.
create table letter_occasion (
    word             text primary key,
    tells_the_result boolean not null
);

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
