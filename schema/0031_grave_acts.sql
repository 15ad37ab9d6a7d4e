-- T5: what the secretariat does and cannot take back is done by two of its members: one asks with a reason, another one,
-- who was a member then, confirms, and the act happens in the transaction of the confirmation. The second lock below
-- refuses by itself whatever the service asks.

create table grave_act (
    id             bigint generated always as identity primary key,
    edition_id     bigint not null references edition,
    act            text not null check (act in ('close_call', 'close_judging', 'withdraw_slate', 'announce', 'cancel',
                                                'revoke_award', 'revoke_certificate')),
    entry_id       bigint,
    certificate_id bigint references certificate,
    reason         text not null default '' check (length(reason) <= 100000),
    present        text not null default '' check (length(present) <= 100000),
    recused        text not null default '' check (length(recused) <= 100000),
    votes_for      integer not null default 0 check (votes_for >= 0),
    votes_against  integer not null default 0 check (votes_against >= 0),
    abstained      integer not null default 0 check (abstained >= 0),
    public_note    text not null default '' check (length(public_note) <= 100000),
    asked_by       bigint not null references person,
    asked_at       timestamptz not null,
    asked_after    bigint not null,  -- the newest event of the edition then: a later move of the subject overtakes it
    outcome        text check (outcome in ('confirmed', 'taken_back', 'overtaken')),
    word           text not null default '' check (length(word) <= 20000),  -- why it was taken back
    settled_by     bigint references person,
    settled_at     timestamptz,
    confirmed_in   xid8,             -- the transaction of the confirmation, and of the act
    foreign key (edition_id, entry_id) references entry (edition_id, id),
    constraint grave_act_has_its_subject check ((act = 'revoke_award') = (entry_id is not null)
                                                and (act = 'revoke_certificate') = (certificate_id is not null)),
    constraint grave_act_settled_whole check ((outcome is null) = (settled_by is null)
                                              and (outcome is null) = (settled_at is null)),
    constraint grave_act_needs_two check (outcome is distinct from 'confirmed' or settled_by <> asked_by)
);
create unique index grave_act_waits_once
    on grave_act (edition_id, act, coalesce(entry_id, 0), coalesce(certificate_id, 0)) where outcome is null;

-- A person works for the edition's secretariat, is not disabled, and did so at that instant already.
create function in_office_since(person bigint, edition bigint, since timestamptz) returns boolean language sql stable
    return exists (select from secretariat s join person p on p.id = s.person_id
                   where s.person_id = $1 and (s.edition_id is null or s.edition_id = $2) and s.added_at <= $3
                     and p.disabled_at is null);

alter table grave_act enable row level security;
alter table grave_act force row level security;
revoke all on grave_act from public;
grant select on grave_act to wego_secretariat;
grant insert (edition_id, act, entry_id, certificate_id, reason, present, recused, votes_for, votes_against, abstained,
              public_note, asked_by, asked_at, asked_after) on grave_act to wego_secretariat;
grant update (outcome, word, settled_by, settled_at) on grave_act to wego_secretariat;
create policy office_reads on grave_act for select to wego_secretariat using (edition_id in (select office_editions()));
create policy office_asks on grave_act for insert to wego_secretariat
    with check (edition_id in (select office_editions()) and asked_by = acting_person() and asked_at <= clock_timestamp());
create policy office_settles on grave_act for update to wego_secretariat
    using (edition_id in (select office_editions()) and outcome is null)
    with check (settled_by = acting_person()
                and (outcome <> 'confirmed' or in_office_since(settled_by, edition_id, asked_at)));

create function note_confirming_transaction() returns trigger language plpgsql as $$
begin
    new.confirmed_in := pg_current_xact_id();
    return new;
end
$$;
revoke all on function note_confirming_transaction() from public;
create trigger grave_act_is_confirmed_now before update on grave_act for each row
    when (old.outcome is null and new.outcome = 'confirmed') execute function note_confirming_transaction();

-- Confirmed in this very transaction, by who acts in it, and asked for by another one; both are members now and were then.
create function is_confirmed_by_two(wanted text, edition bigint, entry bigint, certificate bigint) returns boolean
    language sql stable
    return exists (select from grave_act g
                   where g.edition_id = $2 and g.act = $1 and g.entry_id is not distinct from $3
                     and g.certificate_id is not distinct from $4 and g.outcome = 'confirmed'
                     and g.confirmed_in = pg_current_xact_id() and g.settled_by = acting_person()
                     and g.settled_by <> g.asked_by and in_office_since(g.asked_by, g.edition_id, g.asked_at)
                     and in_office_since(g.settled_by, g.edition_id, g.asked_at));

-- A deadline that is drawn nearer is an early close by another name.
create function two_people_move_an_edition() returns trigger language plpgsql as $$
declare
    wanted text := case
        when new.state = 'cancelled' then case when old.state <> 'planned' then 'cancel' end
        when old.state = 'open' then case when clock_timestamp() < old.closes_at then 'close_call' end
        when old.state = 'judging' then 'close_judging'
        when old.state = 'decided' then case when new.state in ('announced', 'archived') then 'announce'
                                             else 'withdraw_slate' end
        when old.state not in ('announced', 'archived') and new.state in ('announced', 'archived') then 'announce' end;
begin
    if wanted is not null and not is_confirmed_by_two(wanted, new.id, null, null) then
        raise exception 'two people have to do this: %', wanted using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create function two_people_revoke_an_award() returns trigger language plpgsql as $$
begin
    if not is_confirmed_by_two('revoke_award', new.edition_id, new.id, null) then
        raise exception 'two people have to do this: revoke_award' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
-- With the award goes its certificate.
create function two_people_revoke_a_certificate() returns trigger language plpgsql as $$
begin
    if not is_confirmed_by_two('revoke_certificate', new.edition_id, null, new.id)
       and not (new.entry_id is not null and is_confirmed_by_two('revoke_award', new.edition_id, new.entry_id, null)) then
        raise exception 'two people have to do this: revoke_certificate' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
revoke all on function two_people_move_an_edition() from public;
revoke all on function two_people_revoke_an_award() from public;
revoke all on function two_people_revoke_a_certificate() from public;
create trigger edition_is_moved_by_two before update on edition for each row
    when (current_user = 'wego_secretariat'
          and (old.state <> new.state or (old.state = 'open' and new.closes_at < old.closes_at)))
    execute function two_people_move_an_edition();
create trigger entry_is_revoked_by_two before update on entry for each row
    when (current_user = 'wego_secretariat' and new.state = 'revoked' and old.state <> 'revoked')
    execute function two_people_revoke_an_award();
create trigger certificate_is_revoked_by_two before update on certificate for each row
    when (current_user = 'wego_secretariat' and new.state = 'revoked' and old.state <> 'revoked')
    execute function two_people_revoke_a_certificate();

-- Who is new approves nothing that was open before.
create policy approved_by_a_member_of_then on slate_approval as restrictive for insert to wego_secretariat
    with check (exists (select from slate s where s.id = slate_approval.slate_id
                        and in_office_since(acting_person(), s.edition_id, s.created_at)));
create policy approved_by_a_member_of_then on factor_reset as restrictive for update to wego_secretariat
    using (true)
    with check (outcome <> 'approved' or in_office_since(acting_person(), edition_id, asked_at));
create policy confirmed_by_a_member_of_then on amendment as restrictive for update to wego_secretariat
    using (true)
    with check (outcome <> 'confirmed' or in_office_since(acting_person(), edition_id, proposed_at));
