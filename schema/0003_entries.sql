-- Entries: what a city writes, submits and attaches, and what the screening said.

-- E1: the places a city has in an edition are rows, so that the database itself refuses a third entry.
create table entry_place (
    edition_id bigint not null references edition,
    place      smallint not null check (place >= 1),
    primary key (edition_id, place)
);

create table entry (
    id              bigint generated always as identity primary key,
    edition_id      bigint not null references edition,
    city_id         bigint not null references city,
    category_id     bigint not null,
    number          integer,             -- given at the first submission; never reused
    place           smallint,            -- held from submission until withdrawal (E1)
    title           text not null default '',
    state           text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'eligible',
                        'ineligible', 'withdrawn', 'lapsed', 'awarded', 'not_awarded', 'revoked')),
    sealed_state    text check (sealed_state in ('awarded', 'not_awarded', 'revoked', 'withdrawn')),  -- P3: until the announcement
    version         integer not null default 1,
    third_party     boolean not null default false,
    provider_name   text not null default '',
    flag            text not null default '',   -- similar project, past winner: for a decision
    returned_reason text not null default '',
    return_due_at   timestamptz,
    closing_reason  text not null default '',   -- why ineligible, withdrawn or revoked
    created_by      bigint references person,
    created_at      timestamptz not null default clock_timestamp(),
    submitted_at    timestamptz,
    current_version integer,
    constraint entry_category_fk foreign key (edition_id, category_id) references category (edition_id, id),
    constraint entry_place_fk foreign key (edition_id, place) references entry_place,
    constraint entry_limit_per_city unique (edition_id, city_id, place),
    constraint entry_number_unique unique (edition_id, number),
    constraint entry_of_edition unique (edition_id, id),
    constraint entry_submitted_is_whole check (
        state in ('draft', 'withdrawn', 'lapsed') or
        (submitted_at is not null and number is not null and current_version is not null)),
    -- A place is given back in the statement before the move, so the CHECK allows it to be gone already.
    constraint entry_withdrawn_gives_place_back check (state not in ('withdrawn', 'lapsed') or place is null),
    constraint entry_returned_has_due_date check (state <> 'returned' or return_due_at is not null)
);
create index entry_of_city on entry (city_id, edition_id);
create index entry_in_state on entry (edition_id, state);

-- One row per question, saved as it is typed. `version` counts the saves of this answer (E2).
create table answer (
    entry_id   bigint not null,
    edition_id bigint not null,
    question   text not null check (question ~ '^[a-z0-9_]{1,60}$'),
    value      text not null check (length(value) <= 40000),
    version    integer not null default 1,
    saved_at   timestamptz not null default clock_timestamp(),
    saved_by   bigint references person,
    primary key (entry_id, question),
    foreign key (edition_id, entry_id) references entry (edition_id, id)
);

-- E5: every submitted version, whole, with its hash. Never edited.
create table entry_version (
    entry_id     bigint not null,
    edition_id   bigint not null,
    number       integer not null,
    body         text not null,          -- canonical JSON of every field and file
    hash         bytea not null check (length(hash) = 32),
    submitted_at timestamptz not null default clock_timestamp(),
    submitted_by bigint references person,
    primary key (entry_id, number),
    foreign key (edition_id, entry_id) references entry (edition_id, id)
);

create table attachment (
    id         bigint generated always as identity primary key,
    entry_id   bigint not null,
    edition_id bigint not null,
    purpose    text not null default 'supporting' check (purpose in ('supporting', 'approval_letter')),
    name       text not null check (length(name) between 1 and 255),
    media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'unknown')),
    size       bigint not null check (size >= 0),
    received   bigint not null default 0 check (received between 0 and size),
    hash       bytea check (length(hash) = 32),
    state      text not null default 'uploading' check (state in ('uploading', 'stored', 'removed')),
    added_by   bigint references person,
    added_at   timestamptz not null default clock_timestamp(),
    constraint attachment_of_entry foreign key (edition_id, entry_id) references entry (edition_id, id),
    constraint attachment_scope unique (edition_id, id),
    constraint attachment_stored_is_whole check (state <> 'stored' or (received = size and hash is not null
        and media_type <> 'unknown'))
);
create index attachment_by_entry on attachment (entry_id);

create table attachment_chunk (
    attachment_id bigint not null,
    edition_id    bigint not null,
    start         bigint not null check (start >= 0),
    bytes         bytea not null check (length(bytes) between 1 and 1048576),
    primary key (attachment_id, start),
    foreign key (edition_id, attachment_id) references attachment (edition_id, id) on delete cascade
);
alter table attachment_chunk alter column bytes set storage external;   -- files are compressed already

-- E4: a personal extension is a recorded exception.
create table extension (
    id         bigint generated always as identity primary key,
    edition_id bigint not null references edition,
    city_id    bigint not null references city,
    until      timestamptz not null,
    reason     text not null check (length(reason) between 1 and 2000),
    granted_by bigint references person,
    granted_at timestamptz not null default clock_timestamp()
);

-- A late entry is refused, with a receipt of the refusal.
create table late_refusal (
    id         bigint generated always as identity primary key,
    edition_id bigint not null,
    entry_id   bigint not null,
    person_id  bigint not null references person,
    refused_at timestamptz not null default clock_timestamp(),
    deadline   timestamptz not null,
    hash       bytea not null,
    foreign key (edition_id, entry_id) references entry (edition_id, id)
);

create table screening_check (
    entry_id   bigint not null,
    edition_id bigint not null,
    item       text not null check (item ~ '^[a-z0-9_]{1,60}$'),
    passed     boolean not null,
    note       text not null default '' check (length(note) <= 2000),
    checked_by bigint references person,
    checked_at timestamptz not null default clock_timestamp(),
    primary key (entry_id, item),
    foreign key (edition_id, entry_id) references entry (edition_id, id)
);
