-- E8: two names of one city are one city. Names are compared without case, accents, doubled blanks and punctuation;
-- Đ, ø, ł, ı and ß have letters of their own in Unicode and are folded by unaccent.
create extension if not exists unaccent with schema public;

create function folded_name(name text) returns text language sql immutable strict parallel safe
    return btrim(regexp_replace(
        lower(public.unaccent('public.unaccent',
              regexp_replace(normalize(name, nfkd), '[\u0300-\u036f]', '', 'g'))),
        '[\s\u00a0\u2000-\u200f\u3000.,;:!?''’‘ʼʻ`´"“”()\[\]/_·‐‑‒–—―-]+', ' ', 'g'));

-- What is left without the words that say what kind of place or office it is: "Taipei City Government" is "taipei".
create function name_stem(name text) returns text language sql immutable strict parallel safe
    return coalesce(nullif(btrim(regexp_replace(regexp_replace(folded_name(name),
        '\m(the|of|and|city|town|municipality|municipal|metropolitan|special|autonomous|government|administration|council|'
        'district|prefecture|province|county|capital|hall|office|ville|mairie|commune|metropole|ciudad|ayuntamiento|alcaldia|'
        'municipio|municipalidad|prefeitura|camara|comune|citta|stadt|landeshauptstadt|gemeente|kommune|de|la|le|del|di|da|do)\M',
        '', 'g'), '\s+', ' ', 'g')), ''), folded_name(name));

create function name_stems(official text, printed text, others text[]) returns text[] language sql immutable parallel safe
    return (select array_agg(distinct public.name_stem(n)) from unnest(others || official || printed) as n where n <> '');
create function folded_names(official text, printed text, country text, others text[]) returns text
    language sql immutable parallel safe
    return (select string_agg(distinct public.folded_name(n), ' | ') from unnest(others || official || printed || country) as n where n <> '');

alter table city
    add column other_names text[] not null default '{}',
    add column merged_into bigint references city (id),
    add constraint city_other_names_check check (cardinality(other_names) <= 50
                                                 and length(array_to_string(other_names, '')) <= 20000),
    add constraint city_not_merged_into_itself check (merged_into <> id);
alter table city
    add column folded text generated always as (folded_names(official_name, printed_name, printed_country, other_names)) stored,
    add column stems text[] generated always as (name_stems(official_name, printed_name, other_names)) stored;
create index city_stems on city using gin (stems);

-- A city that was merged keeps its names and gives them up to the one it became part of.
alter table city drop constraint city_name_unique;
create unique index city_name_unique on city (country, official_name) where merged_into is null;

-- The same name in other letters is the same city too. Those that are there already stay until somebody merges them.
create policy owner_asks on city for select to current_user using (true);
create function city_named(country text, name text, parent bigint) returns bigint
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select c.id from city c where c.country = city_named.country and c.merged_into is null
        and c.parent_id is not distinct from parent and folded_name(c.official_name) = folded_name(name)
        order by c.id limit 1;
    end;
revoke all on function city_named(text, text, bigint) from public;
grant execute on function city_named(text, text, bigint) to wego_applicant, wego_secretariat;
create function city_name_is_new() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('city name ' || new.country, 0));
    if exists (select from city c where c.country = new.country and c.id <> new.id and c.merged_into is null
               and c.parent_id is not distinct from new.parent_id
               and folded_name(c.official_name) = folded_name(new.official_name)) then
        raise exception 'this city is known under another spelling'
            using errcode = 'unique_violation', constraint = 'city_name_unique';
    end if;
    return null;
end
$$;
revoke all on function city_name_is_new() from public;
create trigger city_name_is_new after insert on city for each row when (new.merged_into is null)
    execute function city_name_is_new();
create trigger city_renamed_is_new after update of official_name, country, parent_id on city
    for each row when (new.merged_into is null
                       and (new.official_name, new.country, new.parent_id)
                           is distinct from (old.official_name, old.country, old.parent_id))
    execute function city_name_is_new();

-- The secretariat merges what slipped through, with all that hangs on it. Whoever may write for one may write for the
-- other; a prize and a certificate keep the name that was printed.
create policy owner_merges on city for update to current_user using (true) with check (true);
create policy owner_merges on applicant to current_user using (true) with check (true);
create policy owner_merges on entry for update to current_user using (true) with check (true);
create policy owner_merges on extension to current_user using (true) with check (true);
create policy owner_merges on judge for update to current_user using (true) with check (true);
create policy owner_merges on prize to current_user using (true) with check (true);
create policy owner_merges on relation to current_user using (true) with check (true);
create policy owner_merges on entry_place for select to current_user using (true);
create function merge_cities(duplicate bigint, kept bigint) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    placed record;
    free integer;
begin
    if not acts_for_office() then
        raise exception 'only the secretariat merges cities' using errcode = 'insufficient_privilege';
    end if;
    -- In the order of their numbers, as every other taker of the two rows.
    perform from city where id in (duplicate, kept) order by id for update;
    if (select count(*) from city where id in (duplicate, kept) and merged_into is null) <> 2 or duplicate = kept
       or exists (select from city where id = kept and parent_id = duplicate) then
        raise exception 'these two cannot be merged' using errcode = 'check_violation', constraint = 'city_merges_once';
    end if;
    insert into applicant (city_id, person_id, added_at, confirmed_at)
        select kept, person_id, added_at, confirmed_at from applicant where city_id = duplicate
        on conflict (city_id, person_id) do update set confirmed_at = coalesce(applicant.confirmed_at, excluded.confirmed_at);
    delete from applicant where city_id = duplicate;
    -- Each entry that takes one of its city's places takes one that is free with the other (E1).
    for placed in select id, edition_id from entry where city_id = duplicate and place is not null order by id loop
        free := (select min(p.place) from entry_place p where p.edition_id = placed.edition_id
                 and not exists (select from entry o where o.edition_id = placed.edition_id and o.city_id = kept
                                                       and o.place = p.place));
        if free is null then
            raise exception 'together they have too many entries'
                using errcode = 'check_violation', constraint = 'city_merges_within_the_limit';
        end if;
        update entry set city_id = kept, place = free where id = placed.id;
    end loop;
    update entry set city_id = kept where city_id = duplicate;
    update extension set city_id = kept where city_id = duplicate;
    update judge set city_id = kept where city_id = duplicate;
    update prize set city_id = kept where city_id = duplicate;
    update relation set city_id = kept where city_id = duplicate;
    update city set parent_id = kept where parent_id = duplicate;
    update city c set merged_into = kept, version = c.version + 1 where c.id = duplicate;
    update city c set merged_into = kept where c.merged_into = duplicate;
    update city c set version = c.version + 1, member = c.member or d.member,
        approved_at = coalesce(c.approved_at, d.approved_at),
        other_names = (select coalesce(array_agg(n.name order by n.at), '{}') from (
            select distinct on (folded_name(name)) name, at
            from unnest(c.other_names || d.official_name || d.printed_name || d.other_names) with ordinality as o (name, at)
            where folded_name(name) not in (folded_name(c.official_name), folded_name(c.printed_name))
            order by folded_name(name), at) as n)
        from city d where c.id = kept and d.id = duplicate;
end
$$;
revoke all on function merge_cities(bigint, bigint) from public;
grant execute on function merge_cities(bigint, bigint) to wego_secretariat;
grant select (other_names, merged_into, folded, stems) on city to wego_public, wego_applicant, wego_judge, wego_clock;
