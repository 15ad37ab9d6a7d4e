-- An edition, its rules as immutable versions, its categories and tiers; cities and who acts for them.

create table edition (
    id               bigint generated always as identity primary key,
    slug             text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    ordinal          integer not null check (ordinal >= 1),
    year             integer not null check (year between 2000 and 2999),
    name             text not null,
    theme            text not null default '',
    organiser        text not null default '',
    host             text not null default '',
    zone             text not null,
    state            text not null default 'planned' check (state in ('planned', 'open', 'screening', 'judging',
                         'deliberation', 'decided', 'announced', 'archived', 'cancelled')),
    version          integer not null default 1,
    rule_set_id      bigint,
    opens_at         timestamptz,
    closes_at        timestamptz,
    grace_minutes    integer not null default 0 check (grace_minutes between 0 and 1440),
    judging_opens_at timestamptz,
    judging_closes_at timestamptz,
    announce_at      timestamptz,
    opened_at        timestamptz,
    closed_at        timestamptz,
    announced_at     timestamptz,
    ceremony_on      date,
    ceremony_event   text not null default '',
    ceremony_place   text not null default '',
    appeal_days      integer not null default 30 check (appeal_days between 0 and 365),
    demonstration    boolean not null default false,
    created_at       timestamptz not null default clock_timestamp(),
    constraint edition_slug_unique unique (slug),
    constraint edition_calendar_in_order check (
        (opens_at is null or closes_at is null or opens_at < closes_at) and
        (closes_at is null or judging_closes_at is null or closes_at < judging_closes_at) and
        (judging_opens_at is null or judging_closes_at is null or judging_opens_at < judging_closes_at)),
    constraint edition_opened_has_calendar check (
        state in ('planned', 'cancelled') or
        (opens_at is not null and closes_at is not null and rule_set_id is not null and opened_at is not null)),
    constraint edition_announced_has_instant check (
        (state not in ('announced', 'archived') or announced_at is not null) and
        (announced_at is null or state in ('decided', 'announced', 'archived')))
);

create table rule_set (
    id         bigint generated always as identity primary key,
    edition_id bigint not null references edition,
    version    integer not null,
    body       text not null,           -- canonical JSON; its SHA-256 is `hash`
    hash       bytea not null check (length(hash) = 32),
    reason     text not null default '',
    created_by bigint references person,
    created_at timestamptz not null default clock_timestamp(),
    frozen_at  timestamptz,             -- when judging started under it; then it is published
    constraint rule_set_version_unique unique (edition_id, version),
    constraint rule_set_of_edition unique (edition_id, id)
);
alter table edition add constraint edition_rule_set_fk
    foreign key (id, rule_set_id) references rule_set (edition_id, id) deferrable initially deferred;

create table category (
    id          bigint generated always as identity primary key,
    edition_id  bigint not null references edition,
    key         text not null check (key ~ '^[a-z0-9_]{1,40}$'),
    position    integer not null,
    name        text not null check (length(name) between 1 and 120),
    description text not null default '',
    constraint category_key_unique unique (edition_id, key),
    constraint category_position_unique unique (edition_id, position) deferrable initially deferred,
    constraint category_of_edition unique (edition_id, id)
);

create table tier (
    id           bigint generated always as identity primary key,
    edition_id   bigint not null references edition,
    key          text not null check (key ~ '^[a-z0-9_]{1,40}$'),
    position     integer not null,
    name         text not null check (length(name) between 1 and 120),
    per_category integer not null default 1 check (per_category between 1 and 20),
    decision_id  bigint,                -- the decision that added it while the edition ran (P1)
    constraint tier_key_unique unique (edition_id, key),
    constraint tier_position_unique unique (edition_id, position) deferrable initially deferred,
    constraint tier_of_edition unique (edition_id, id)
);

-- A member of the secretariat; edition_id null means every edition, and the right to create one.
create table secretariat (
    person_id  bigint not null references person,
    edition_id bigint references edition,
    added_at   timestamptz not null default clock_timestamp(),
    constraint secretariat_unique unique nulls not distinct (person_id, edition_id)
);

create table city (
    id              bigint generated always as identity primary key,
    official_name   text not null check (length(official_name) between 1 and 200),
    printed_name    text not null check (length(printed_name) between 1 and 200),
    country         text not null check (country ~ '^[A-Z]{2}$'),
    printed_country text not null check (length(printed_country) between 1 and 200),
    parent_id       bigint references city,
    member          boolean not null default false,
    region          text not null default '',
    proposed_by     bigint references person,
    approved_at     timestamptz,
    version         integer not null default 1,
    constraint city_name_unique unique (country, official_name),
    constraint city_not_its_own_parent check (parent_id is null or parent_id <> id)
);
create index city_parent on city (parent_id) where parent_id is not null;

-- A person who may edit a city's entries; unconfirmed until the city or the secretariat agrees.
create table applicant (
    city_id      bigint not null references city,
    person_id    bigint not null references person,
    added_at     timestamptz not null default clock_timestamp(),
    confirmed_at timestamptz,
    primary key (city_id, person_id)
);
create index applicant_of_person on applicant (person_id);
