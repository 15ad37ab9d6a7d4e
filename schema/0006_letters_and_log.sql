-- The outbox, and the log of every act.

create table letter (
    id              bigint generated always as identity primary key,
    edition_id      bigint references edition,
    occasion        text not null,
    cause           text not null,        -- with occasion and address: one letter for each event and addressee
    person_id       bigint references person,
    to_name         text not null,
    to_address      text not null,
    language        text not null default 'en',
    facts           text not null,        -- JSON for the wording
    state           text not null default 'queued' check (state in ('queued', 'leased', 'accepted', 'failed')),
    attempts        integer not null default 0,
    next_attempt_at timestamptz not null default clock_timestamp(),
    lease_until     timestamptz,
    last_error      text not null default '',
    queued_at       timestamptz not null default clock_timestamp(),
    accepted_at     timestamptz,
    constraint letter_once unique (occasion, cause, to_address)
);
create index letter_due on letter (next_attempt_at) where state in ('queued', 'leased');
create index letter_of_edition on letter (edition_id, queued_at);

-- The edges of the lifecycles, filled from the tables in workflow/ at each migration, so that the
-- database refuses an audit event of a move that does not exist.
create table lifecycle_edge (
    machine    text not null,
    from_state text not null,
    action     text not null,
    to_state   text not null,
    primary key (machine, from_state, action, to_state)
);

-- T1: append-only. `body` is the canonical text that is hashed; personal data is never in it.
create table audit_event (
    id          bigint generated always as identity primary key,
    edition_id  bigint references edition,
    happened_at timestamptz not null,
    actor_id    bigint references person,       -- null: the clock
    actor_role  text not null,
    subject     text not null,                  -- "entry", "scorecard", ...
    subject_id  bigint not null,
    action      text not null,
    machine     text,
    from_state  text,
    to_state    text,
    body        text not null,
    salt        bytea not null check (length(salt) = 16),
    leaf_hash   bytea not null check (length(leaf_hash) = 32),
    constraint audit_event_is_a_known_move foreign key (machine, from_state, action, to_state)
        references lifecycle_edge (machine, from_state, action, to_state),
    constraint audit_event_move_is_whole check (
        (machine is null) = (from_state is null) and (machine is null) = (to_state is null))
);
create index audit_event_of_edition on audit_event (edition_id, id);
create index audit_event_of_subject on audit_event (subject, subject_id);
