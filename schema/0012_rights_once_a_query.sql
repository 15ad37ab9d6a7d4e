-- What a person may see is worked out once in a query, not once in a row: a function with a question inside is not
-- inlined, and calling it for each of some thousand scores took seconds. The policies say the same as before, as
-- "is among": PostgreSQL asks the right-hand side once and keeps the answer.

-- The editions whose secretariat the acting person is of. (The policies of `edition` itself keep asking row by row.)
create function office_editions() returns setof bigint language sql stable
begin atomic
    select e.id from edition e where acts_for_edition(e.id);
end;

create function closed_rounds() returns setof bigint language sql stable
begin atomic
    select r.id from round r where r.closed_at is not null;
end;

create function announced_editions() returns setof bigint language sql stable
begin atomic
    select e.id from edition e where e.announced_at is not null;
end;

create function pg_temp.asked_once(condition text) returns text language sql immutable
    return regexp_replace(regexp_replace(regexp_replace(condition,
        'acts_for_edition\(([a-z_.]+)\)', '(\1 in (select office_editions()))', 'g'),
        'round_is_closed\(([a-z_.]+)\)', '(\1 in (select closed_rounds()))', 'g'),
        'edition_is_announced\(([a-z_.]+)\)', '(\1 in (select announced_editions()))', 'g');

do $$
declare p record;
begin
    for p in select tablename, policyname, qual, with_check from pg_policies
             where schemaname = 'public' and tablename <> 'edition'
               and concat(qual, with_check) ~ '(acts_for_edition|round_is_closed|edition_is_announced)\(' loop
        execute format('alter policy %I on %I', p.policyname, p.tablename)
            || coalesce(' using (' || pg_temp.asked_once(p.qual) || ')', '')
            || coalesce(' with check (' || pg_temp.asked_once(p.with_check) || ')', '');
    end loop;
end
$$;
drop function pg_temp.asked_once(text);
