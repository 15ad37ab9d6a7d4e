-- J10: once a scorecard is locked the rules change by prize slots that are added, and by two members of the secretariat:
-- one proposes with the minutes, another one confirms. The decision, the tier and the version of the rules come with it.

create table amendment (
    id            bigint generated always as identity primary key,
    edition_id    bigint not null references edition,
    adds_tier     boolean not null,           -- else more prizes in the tier of this key
    key           text not null check (key ~ '^[a-z0-9_]{1,40}$'),
    name          text not null check (length(name) between 1 and 120),
    per_category  integer not null check (per_category between 1 and 20),
    reason        text not null check (length(reason) between 1 and 10000),
    present       text not null default '',
    recused       text not null default '',
    votes_for     integer not null default 0 check (votes_for >= 0),
    votes_against integer not null default 0 check (votes_against >= 0),
    abstained     integer not null default 0 check (abstained >= 0),
    public_note   text not null default '',
    proposed_by   bigint not null references person,
    proposed_at   timestamptz not null,
    outcome       text check (outcome in ('confirmed', 'rejected')),
    settled_by    bigint references person,
    settled_at    timestamptz,
    decision_id   bigint,
    foreign key (edition_id, decision_id) references decision (edition_id, id),
    constraint amendment_settled_whole check ((outcome is null) = (settled_by is null)
                                              and (outcome is null) = (settled_at is null)
                                              and (outcome is not distinct from 'confirmed') = (decision_id is not null)),
    constraint amendment_needs_two check (outcome is distinct from 'confirmed' or settled_by <> proposed_by)
);
create unique index amendment_waits_once on amendment (edition_id) where outcome is null;

alter table amendment enable row level security;
alter table amendment force row level security;
revoke all on amendment from public;
grant select on amendment to wego_secretariat;
grant insert (edition_id, adds_tier, key, name, per_category, reason, present, recused, votes_for, votes_against, abstained,
              public_note, proposed_by, proposed_at) on amendment to wego_secretariat;
grant update (outcome, settled_by, settled_at, decision_id) on amendment to wego_secretariat;
create policy office_reads on amendment for select to wego_secretariat using (edition_id in (select office_editions()));
create policy office_proposes on amendment for insert to wego_secretariat
    with check (edition_id in (select office_editions()) and proposed_by = acting_person());
create policy office_settles on amendment for update to wego_secretariat
    using (edition_id in (select office_editions()) and outcome is null)
    with check (settled_by = acting_person());

-- The second lock: from the first locked scorecard on, tiers and versions of the rules come from a confirmed amendment.
create function has_locked_scores(edition bigint) returns boolean language sql stable
    return exists (select from scorecard s where s.edition_id = edition and s.state in ('locked', 'reopened', 'voided'));

create policy amended_after_scoring on tier as restrictive for insert to wego_secretariat
    with check (not has_locked_scores(edition_id)
                or exists (select from amendment a where a.edition_id = tier.edition_id and a.decision_id = tier.decision_id
                           and a.adds_tier and a.key = tier.key and a.name = tier.name
                           and a.per_category = tier.per_category));
create policy widened_after_scoring on tier as restrictive for update to wego_secretariat
    using (true)
    with check (not has_locked_scores(edition_id)
                or exists (select from amendment a where a.edition_id = tier.edition_id and a.outcome = 'confirmed'
                           and a.key = tier.key and a.name = tier.name and a.per_category = tier.per_category));
create policy kept_after_scoring on tier as restrictive for delete to wego_secretariat
    using (not has_locked_scores(edition_id));

alter table rule_set add column decision_id bigint;
alter table rule_set add constraint rule_set_decision_fk
    foreign key (edition_id, decision_id) references decision (edition_id, id);
create policy amended_after_scoring on rule_set as restrictive for insert to wego_secretariat
    with check (not has_locked_scores(edition_id)
                or exists (select from amendment a where a.edition_id = rule_set.edition_id
                           and a.decision_id = rule_set.decision_id));
