-- Appeals: on procedure or fact, after the announcement, settled once by somebody who did not judge in the edition. The
-- days that they may be lodged are in edition.appeal_days.

create table appeal (
    id          bigint generated always as identity primary key,
    edition_id  bigint not null,
    entry_id    bigint not null,
    ground      text not null check (ground in ('procedure', 'fact')),
    body        text not null check (length(body) between 1 and 20000),
    lodged_by   bigint not null references person,
    lodged_at   timestamptz not null,
    outcome     text check (outcome in ('upheld', 'dismissed')),
    answer      text not null default '',
    decision_id bigint,
    settled_by  bigint references person,
    settled_at  timestamptz,
    foreign key (edition_id, entry_id) references entry (edition_id, id),
    foreign key (edition_id, decision_id) references decision (edition_id, id),
    constraint appeal_settled_whole check ((outcome is null) = (settled_at is null)
                                           and (outcome is null) = (settled_by is null)
                                           and (outcome is null) = (decision_id is null))
);
create unique index appeal_one_open on appeal (edition_id, entry_id) where outcome is null;
create index appeal_of_edition on appeal (edition_id);

alter table appeal enable row level security;
alter table appeal force row level security;
revoke all on appeal from public;

grant select, insert (edition_id, entry_id, ground, body, lodged_by, lodged_at) on appeal to wego_applicant;
create policy applicant_reads on appeal for select to wego_applicant
    using (entry_id in (select my_entries()) and edition_id in (select announced_editions()));
create policy applicant_lodges on appeal for insert to wego_applicant
    with check (entry_id in (select my_entries()) and edition_id in (select announced_editions())
                and lodged_by = acting_person());

grant select, update (outcome, answer, decision_id, settled_by, settled_at) on appeal to wego_secretariat;
create policy office_reads on appeal for select to wego_secretariat using (edition_id in (select office_editions()));
-- Once, and by nobody who judges or judged.
create policy office_settles on appeal for update to wego_secretariat
    using (edition_id in (select office_editions()) and outcome is null
           and not exists (select from judge j where j.edition_id = appeal.edition_id and j.person_id = acting_person()))
    with check (settled_by = acting_person());
