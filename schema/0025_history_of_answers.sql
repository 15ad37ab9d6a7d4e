-- E2: every answer has its history. What is saved goes there by the table's own trigger, whichever way it was saved; what
-- was refused because somebody else had saved in between is put there by the service. Nobody changes or deletes a row.
-- `key` is the random one of the request that brought the text: a request that comes again is known by it.

alter table answer add column key text check (key ~ '^[A-Za-z0-9-]{8,64}$');
grant update (key) on answer to wego_applicant;

create table answer_revision (
    id         bigint generated always as identity primary key,
    entry_id   bigint not null,
    edition_id bigint not null,
    question   text not null check (question ~ '^[a-z0-9_]{1,60}$'),
    value      text not null check (length(value) <= 40000),
    version    integer not null,  -- that it became; of a refused text that it was based on
    refused    boolean not null default false,
    key        text check (key ~ '^[A-Za-z0-9-]{8,64}$'),
    saved_at   timestamptz not null default clock_timestamp(),
    saved_by   bigint references person (id),
    foreign key (edition_id, entry_id) references entry (edition_id, id)
);
create index answer_revision_of_a_question on answer_revision (entry_id, question, version);
create index answer_revision_of_a_key on answer_revision (entry_id, key);

-- What is there begins the history. FORCE holds the owner to the policies too.
alter table answer no force row level security;
insert into answer_revision (entry_id, edition_id, question, value, version, saved_at, saved_by)
    select entry_id, edition_id, question, value, version, saved_at, saved_by from answer;
alter table answer force row level security;

alter table answer_revision enable row level security;
alter table answer_revision force row level security;
revoke all on answer_revision from public;
grant select, insert on answer_revision to wego_applicant;
create policy applicant_reads on answer_revision for select to wego_applicant
    using (entry_id in (select my_entries()));
create policy applicant_adds on answer_revision for insert to wego_applicant
    with check (entry_id in (select my_entries()) and saved_by = acting_person());

create function keep_answer_revision() returns trigger language plpgsql as $$
begin
    insert into public.answer_revision (entry_id, edition_id, question, value, version, key, saved_at, saved_by)
        values (new.entry_id, new.edition_id, new.question, new.value, new.version, new.key, new.saved_at, new.saved_by);
    return null;
end
$$;
revoke all on function keep_answer_revision() from public;
create trigger answer_has_its_history after insert or update on answer
    for each row execute function keep_answer_revision();

-- A scorecard's saves are kept already, field by field; now by their request's key as well.
alter table scorecard_revision add column key text check (key ~ '^[A-Za-z0-9-]{8,64}$');
