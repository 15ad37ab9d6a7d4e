-- People, how they prove who they are, and the links that were mailed to them.
-- Secrets (credential, session, known_device, mail_link, recovery_code) are readable by the role wego_access alone.

create table person (
    id            bigint generated always as identity primary key,
    email         text not null check (email = lower(email) and length(email) between 3 and 254),
    name          text not null check (length(name) between 1 and 200),
    language      text not null default 'en',
    confirmed_at  timestamptz,
    disabled_at   timestamptz,
    demonstration boolean not null default false,
    created_at    timestamptz not null default clock_timestamp(),
    constraint person_email_unique unique (email)
);

create table credential (
    person_id       bigint primary key references person,
    password_hash   text,
    totp_secret     bytea,
    totp_active_at  timestamptz,
    totp_last_step  bigint not null default 0,
    changed_at      timestamptz not null default clock_timestamp()
);

create table recovery_code (
    person_id bigint not null references person,
    code_hash bytea not null,
    used_at   timestamptz,
    primary key (person_id, code_hash)
);

create table session (
    token_hash        bytea primary key,
    person_id         bigint not null references person,
    second_factor_at  timestamptz,
    created_at        timestamptz not null default clock_timestamp(),
    seen_at           timestamptz not null default clock_timestamp(),
    expires_at        timestamptz not null,
    user_agent        text not null default ''
);
create index session_of_person on session (person_id);

-- A browser in which a person has signed in before: no letter about a new device, and a way past the limit of tries
-- that strangers used up.
create table known_device (
    token_hash bytea primary key,
    person_id  bigint not null references person,
    created_at timestamptz not null default clock_timestamp()
);
create index known_device_of_person on known_device (person_id);

create table mail_link (
    token_hash bytea primary key,
    purpose    text not null check (purpose in ('confirm_address', 'reset_password', 'invitation', 'change_address',
                                                'first_secretariat')),
    person_id  bigint references person,
    details    text not null default '{}',
    created_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index mail_link_of_person on mail_link (person_id);

-- A token bucket for each thing that is limited ("sign_in address 203.0.113.7").
create table rate_bucket (
    key        text primary key,
    tokens     double precision not null,
    updated_at timestamptz not null
);
