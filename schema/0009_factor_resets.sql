-- A judge or a member of the secretariat lost the second factor: one member of the secretariat asks with a reason,
-- another one approves, nobody for themselves. What is approved is a link; the old factor holds until a new one is set.

create table factor_reset (
    id         bigint generated always as identity primary key,
    edition_id bigint not null references edition,
    person_id  bigint not null references person,
    reason     text not null check (length(reason) between 1 and 2000),
    asked_by   bigint not null references person,
    asked_at   timestamptz not null default clock_timestamp(),
    outcome    text check (outcome in ('approved', 'declined')),
    settled_by bigint references person,
    settled_at timestamptz,
    constraint factor_reset_is_settled check ((outcome is null) = (settled_by is null)
                                              and (outcome is null) = (settled_at is null)),
    constraint factor_reset_needs_two check (outcome is distinct from 'approved' or settled_by <> asked_by),
    constraint factor_reset_of_another check (asked_by <> person_id and settled_by is distinct from person_id)
);
create unique index factor_reset_waits_once on factor_reset (edition_id, person_id) where outcome is null;

alter table factor_reset enable row level security;
alter table factor_reset force row level security;
revoke all on factor_reset from public;
grant select on factor_reset to wego_secretariat;
grant insert (edition_id, person_id, reason, asked_by) on factor_reset to wego_secretariat;
grant update (outcome, settled_by, settled_at) on factor_reset to wego_secretariat;
create policy office_reads on factor_reset for select to wego_secretariat using (acts_for_edition(edition_id));
create policy office_asks on factor_reset for insert to wego_secretariat
    with check (acts_for_edition(edition_id) and asked_by = acting_person());
create policy office_settles on factor_reset for update to wego_secretariat
    using (acts_for_edition(edition_id) and outcome is null)
    with check (settled_by = acting_person());

alter table mail_link drop constraint mail_link_purpose_check;
alter table mail_link add constraint mail_link_purpose_check
    check (purpose in ('confirm_address', 'reset_password', 'invitation', 'change_address', 'first_secretariat',
                       'second_factor_reset'));

-- A session that began with such a link and the password: it may set a new second factor, and nothing else.
alter table session add column resets_factor boolean not null default false;
