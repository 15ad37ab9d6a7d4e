-- J2, J12: whose account belongs to a city, or has asked to, reads as a judge nothing of that city's entries, whether the
-- conflicts were worked out since or not.
create or replace function my_barred_entries() returns setof bigint language plpgsql stable
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    return query select c.entry_id from conflict c join judge j on j.id = c.judge_id
                 where c.bars and j.person_id = acting_person() and j.left_at is null
                 union
                 select e.id from entry e join applicant a on a.city_id = e.city_id
                 where a.person_id = acting_person();
end
$$;
