-- The panel's order leaves out entries that were withdrawn or found ineligible, which a judge cannot tell from the state:
-- that column would tell of prizes too. Only entries that are clear for this judge are named.

create function my_clear_entries_that_stand() returns setof bigint language plpgsql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
begin
    return query select e.id from entry e
                 where e.id in (select c from my_clear_entries() c) and e.state not in ('withdrawn', 'ineligible');
end
$$;
revoke all on function my_clear_entries_that_stand() from public;
grant execute on function my_clear_entries_that_stand() to wego_judge;
