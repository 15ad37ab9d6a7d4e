-- Who will be told "won" and who "not won": worked out from the slate when it is ratified, frozen with it, and the only
-- list that the announcement writes to. Nobody has the right to change or delete a row.

create table result_recipient (
    edition_id bigint not null,
    slate_id   bigint not null,
    entry_id   bigint not null,
    person_id  bigint not null references person,
    won        boolean not null,
    primary key (slate_id, entry_id, person_id),
    foreign key (edition_id, slate_id) references slate (edition_id, id),
    foreign key (edition_id, entry_id) references entry (edition_id, id)
);

alter table result_recipient enable row level security;
alter table result_recipient force row level security;
revoke all on result_recipient from public;
grant select, insert on result_recipient to wego_secretariat;
create policy office_all on result_recipient to wego_secretariat
    using (acts_for_edition(edition_id)) with check (acts_for_edition(edition_id));
grant select on result_recipient to wego_clock;
create policy clock_reads on result_recipient for select to wego_clock using (true);

alter table slate add column recipients_hash bytea;   -- of the frozen list; null: none was frozen, nothing is sent
