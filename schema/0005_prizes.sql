-- Slates, their ratification, and what became public at the announcement.

create table slate (
    id           bigint generated always as identity primary key,
    edition_id   bigint not null references edition,
    version      integer not null,
    tally_run_id bigint not null,
    state        text not null default 'proposed' check (state in ('proposed', 'ratified', 'withdrawn')),
    hash         bytea,                  -- of the prizes as approved; each approval names it
    created_by   bigint references person,
    created_at   timestamptz not null default clock_timestamp(),
    ratified_at  timestamptz,
    constraint slate_version_unique unique (edition_id, version),
    constraint slate_of_edition unique (edition_id, id),
    foreign key (edition_id, tally_run_id) references tally_run (edition_id, id),
    constraint slate_ratified_is_sealed check (state <> 'ratified' or (hash is not null and ratified_at is not null))
);
create unique index slate_one_alive on slate (edition_id) where state <> 'withdrawn';

-- One row for each prize slot and winner; a shared slot has several, a withheld one has no entry but a reason.
create table slate_prize (
    id          bigint generated always as identity primary key,
    edition_id  bigint not null,
    slate_id    bigint not null,
    category_id bigint not null,
    tier_id     bigint not null,
    place       integer not null check (place >= 1),       -- of the slots of this tier in this category
    entry_id    bigint,
    withheld_reason text not null default '',
    decision_id bigint,
    constraint slate_prize_unique unique nulls not distinct (slate_id, category_id, tier_id, place, entry_id),
    constraint slate_prize_entry_once unique (slate_id, entry_id),
    foreign key (edition_id, slate_id) references slate (edition_id, id),
    foreign key (edition_id, category_id) references category (edition_id, id),
    foreign key (edition_id, tier_id) references tier (edition_id, id),
    foreign key (edition_id, entry_id) references entry (edition_id, id),
    foreign key (edition_id, decision_id) references decision (edition_id, id),
    constraint slate_prize_given_or_withheld check ((entry_id is null) = (withheld_reason <> ''))
);

create table slate_approval (
    edition_id  bigint not null,
    slate_id    bigint not null,
    person_id   bigint not null references person,
    hash        bytea not null,
    approved_at timestamptz not null default clock_timestamp(),
    primary key (slate_id, person_id),
    foreign key (edition_id, slate_id) references slate (edition_id, id)
);

-- P3: the public result. Written by the announcement, from the ratified slate and from nothing else.
create table prize (
    id              bigint generated always as identity primary key,
    edition_id      bigint not null references edition,
    category_id     bigint not null,
    tier_id         bigint not null,
    place           integer not null,
    entry_id        bigint,
    city_id         bigint references city,
    printed_city    text not null default '',
    printed_country text not null default '',
    title           text not null default '',
    summary         text not null default '',
    withheld        boolean not null default false,
    state           text not null default 'given' check (state in ('given', 'revoked')),
    note            text not null default '',       -- in the public register
    changed_at      timestamptz not null default clock_timestamp(),
    decision_id     bigint,
    foreign key (edition_id, category_id) references category (edition_id, id),
    foreign key (edition_id, tier_id) references tier (edition_id, id),
    foreign key (edition_id, entry_id) references entry (edition_id, id),
    foreign key (edition_id, decision_id) references decision (edition_id, id)
);
create index prize_of_edition on prize (edition_id, category_id);
create index prize_of_city on prize (city_id);

create table certificate (
    id            bigint generated always as identity primary key,
    serial        text not null check (length(serial) between 20 and 40),
    edition_id    bigint not null references edition,
    kind          text not null check (kind in ('winner', 'finalist', 'participant', 'judge')),
    entry_id      bigint,
    judge_id      bigint,
    prize_id      bigint references prize,
    body          text not null,          -- what is printed, as canonical JSON
    issued_on     date not null,
    state         text not null default 'issued' check (state in ('issued', 'superseded', 'revoked')),
    version       integer not null default 1,
    superseded_by bigint references certificate,
    reason        text not null default '',
    changed_at    timestamptz not null default clock_timestamp(),
    constraint certificate_serial_unique unique (serial),
    foreign key (edition_id, entry_id) references entry (edition_id, id),
    foreign key (edition_id, judge_id) references judge (edition_id, id),
    constraint certificate_for_someone check ((entry_id is null) <> (judge_id is null)),
    constraint certificate_superseded_names_next check ((state = 'superseded') = (superseded_by is not null))
);
create index certificate_of_entry on certificate (entry_id);
