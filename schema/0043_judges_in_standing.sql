-- J1: a judge whose identity is in doubt, or who has not accepted the terms or has withdrawn from them, reads and writes
-- nothing: no scorecard, and so no score, no comment and no entry, of this edition.
create function my_panels_in_standing() returns setof bigint language plpgsql stable
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    return query select j.edition_id from judge j where j.person_id = acting_person() and j.left_at is null
                    and j.identity_checked_at is not null and j.terms_accepted_at is not null;
end
$$;
create policy judge_in_standing on scorecard as restrictive to wego_judge
    using (edition_id in (select p from my_panels_in_standing() p))
    with check (edition_id in (select p from my_panels_in_standing() p));
create policy judge_in_standing on round_entry as restrictive for select to wego_judge
    using (edition_id in (select p from my_panels_in_standing() p));
