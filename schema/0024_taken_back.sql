-- P2: what was decided about the prizes is taken back by a decision of its own, once, while the result is deliberated.
alter table decision no force row level security;
alter table decision drop constraint decision_kind_check;
alter table decision add constraint decision_kind_check check (kind in (
    'eligibility', 'shortlist', 'deadline_change', 'category_move', 'category_merge', 'tier_creation', 'rule_change',
    'second_ballot', 'chair_choice', 'tie_order', 'withholding', 'withholding_lifted', 'sharing', 'winner_withdrawal',
    'taking_back', 'scorecard_reopening', 'scorecard_relocking', 'scorecard_voiding', 'revocation', 'promotion',
    'name_correction', 'appeal', 'other'));
alter table decision add column takes_back bigint
    generated always as (case when kind = 'taking_back' then cast(cast(body as jsonb) ->> 'decision' as bigint) end) stored;
alter table decision add constraint decision_takes_one_back check ((kind = 'taking_back') = (takes_back is not null));
alter table decision add constraint decision_is_taken_back_once unique (edition_id, takes_back);
alter table decision add constraint decision_taken_back_is_of_the_edition
    foreign key (edition_id, takes_back) references decision (edition_id, id);
grant select (takes_back) on decision to wego_public;

create function only_what_was_proposed_is_taken_back() returns trigger language plpgsql as $$
begin
    if new.takes_back is not null
       and not exists (select from public.decision d join public.edition e on e.id = d.edition_id
                       where d.id = new.takes_back and e.state = 'deliberation'
                         and d.kind in ('shortlist', 'second_ballot', 'chair_choice', 'tie_order', 'withholding',
                                        'sharing', 'winner_withdrawal')) then
        raise exception 'this decision cannot be taken back' using errcode = 'check_violation',
            constraint = 'decision_can_be_taken_back';
    end if;
    return null;
end
$$;
revoke all on function only_what_was_proposed_is_taken_back() from public;
create trigger decision_can_be_taken_back after insert on decision
    for each row execute function only_what_was_proposed_is_taken_back();

-- P4: a prize that somebody holds is given a second time only where the decision says that it is shared. What was decided
-- until now says which of the prizes it was, and whether somebody held it.
-- A shortlist says whether more go on than the rules say; of those until now nobody asked.
update decision
    set body = format('{"round":%s,"entries":%s,"beyond":false}', cast(body as jsonb) -> 'round',
                      replace(cast(cast(body as jsonb) -> 'entries' as text), ' ', ''))
    where kind = 'shortlist';
alter table prize no force row level security;
create temporary view held as
    select d.id, cast(d.body as jsonb) as b, p.place,
           exists (select from prize o where o.edition_id = p.edition_id and o.category_id = p.category_id
                   and o.tier_id = p.tier_id and o.place = p.place and o.id < p.id and not o.withheld
                   and (o.state = 'given' or o.changed_at > d.made_at)) as shared
    from decision d left join lateral (select * from prize p where p.edition_id = d.edition_id
                                       and p.entry_id = cast(cast(d.body as jsonb) ->> 'entry' as bigint)
                                       order by p.id desc limit 1) p on true
    where d.kind = 'promotion';
update decision d
    set body = format('{"entry":%s,"tier":%s,"number":%s,"shared":%s}', h.b -> 'entry', h.b -> 'tier',
                      coalesce(h.place, 1), cast(coalesce(h.shared, false) as text))
    from held h where d.id = h.id;
drop view held;
alter table prize force row level security;
alter table decision force row level security;

create function prize_is_shared_by_decision() returns trigger language plpgsql as $$
begin
    if exists (select from public.decision d where d.id = new.decision_id and d.kind = 'promotion'
               and not cast(cast(d.body as jsonb) ->> 'shared' as boolean))
       and exists (select from public.prize o where o.edition_id = new.edition_id and o.category_id = new.category_id
                   and o.tier_id = new.tier_id and o.place = new.place and o.id <> new.id and o.state = 'given'
                   and not o.withheld) then
        raise exception 'somebody holds this prize' using errcode = 'check_violation',
            constraint = 'prize_is_shared_by_decision';
    end if;
    return null;
end
$$;
revoke all on function prize_is_shared_by_decision() from public;
create trigger prize_is_shared_by_decision after insert on prize
    for each row execute function prize_is_shared_by_decision();
