-- The panel, its conflicts, rounds, assignments, scorecards and what was made of them.

create table judge (
    id                  bigint generated always as identity primary key,
    edition_id          bigint not null references edition,
    person_id           bigint not null references person,
    name                text not null,
    title               text not null default '',
    affiliation         text not null default '',
    country             text not null check (country ~ '^[A-Z]{2}$'),
    employment_country  text check (employment_country ~ '^[A-Z]{2}$'),
    city_id             bigint references city,
    chair               boolean not null default false,
    alternate           boolean not null default false,
    capacity            integer check (capacity between 1 and 10000),
    expertise           text not null default '',      -- category keys, separated by blanks
    identity_checked_at timestamptz,
    identity_checked_by bigint references person,
    invited_at          timestamptz not null default clock_timestamp(),
    terms_accepted_at   timestamptz,
    terms_name          text not null default '',
    left_at             timestamptz,
    left_reason         text not null default '',
    version             integer not null default 1,
    constraint judge_person_unique unique (edition_id, person_id),
    constraint judge_of_edition unique (edition_id, id),
    constraint judge_terms_have_name check (terms_accepted_at is null or terms_name <> '')
);
create unique index judge_one_chair on judge (edition_id) where chair and left_at is null;

create table relation (
    id          bigint generated always as identity primary key,
    edition_id  bigint not null,
    judge_id    bigint not null,
    city_id     bigint not null references city,
    note        text not null check (length(note) between 1 and 2000),
    recorded_by bigint references person,
    recorded_at timestamptz not null default clock_timestamp(),
    foreign key (edition_id, judge_id) references judge (edition_id, id)
);

-- J1: why a judge must not see or score an entry. `bars` false is a lifted or merely noted one.
create table conflict (
    id          bigint generated always as identity primary key,
    edition_id  bigint not null,
    judge_id    bigint not null,
    entry_id    bigint not null,
    kind        text not null,
    explanation text not null,
    bars        boolean not null default true,
    found_at    timestamptz not null default clock_timestamp(),
    found_by    bigint references person,
    constraint conflict_unique unique (judge_id, entry_id, kind),
    foreign key (edition_id, judge_id) references judge (edition_id, id),
    foreign key (edition_id, entry_id) references entry (edition_id, id)
);
create index conflict_by_entry on conflict (entry_id);

create table declaration (
    judge_id     bigint not null,
    entry_id     bigint not null,
    edition_id   bigint not null,
    has_conflict boolean not null,
    reason       text not null default '' check (length(reason) <= 2000),
    typed_name   text not null check (length(typed_name) between 1 and 200),
    declared_at  timestamptz not null default clock_timestamp(),
    primary key (judge_id, entry_id),
    foreign key (edition_id, judge_id) references judge (edition_id, id),
    foreign key (edition_id, entry_id) references entry (edition_id, id)
);

create table round (
    id         bigint generated always as identity primary key,
    edition_id bigint not null references edition,
    number     integer not null check (number >= 1),
    name       text not null,
    purpose    text not null check (purpose in ('scoring', 'finals')),
    opened_at  timestamptz,
    closed_at  timestamptz,             -- from then on the panel may see what is in it (J5)
    constraint round_number_unique unique (edition_id, number),
    constraint round_of_edition unique (edition_id, id)
);

create table round_entry (
    round_id   bigint not null,
    entry_id   bigint not null,
    edition_id bigint not null,
    primary key (round_id, entry_id),
    foreign key (edition_id, round_id) references round (edition_id, id),
    foreign key (edition_id, entry_id) references entry (edition_id, id)
);

-- An assignment and its scorecard are one row: this judge is to score this entry in this round.
create table scorecard (
    id             bigint generated always as identity primary key,
    edition_id     bigint not null,
    round_id       bigint not null,
    judge_id       bigint not null,
    entry_id       bigint not null,
    rule_set_id    bigint not null,
    entry_version  integer not null,
    state          text not null default 'assigned' check (state in ('assigned', 'in_progress', 'submitted', 'locked',
                       'reopened', 'recused', 'excused', 'voided')),
    version        integer not null default 1,
    assigned_by    bigint references person,   -- null: by the rule, see explanation
    explanation    text not null default '',
    reason         text not null default '',   -- why recused, excused, reopened or voided
    assigned_at    timestamptz not null default clock_timestamp(),
    submitted_at   timestamptz,
    submitted_hash bytea,                      -- what the judge confirmed (J4)
    constraint scorecard_unique unique (round_id, judge_id, entry_id),
    constraint scorecard_scope unique (edition_id, id),
    foreign key (edition_id, round_id) references round (edition_id, id),
    foreign key (edition_id, judge_id) references judge (edition_id, id),
    foreign key (edition_id, rule_set_id) references rule_set (edition_id, id),
    foreign key (edition_id, entry_id) references entry (edition_id, id),
    foreign key (entry_id, entry_version) references entry_version (entry_id, number),
    constraint scorecard_submitted_has_instant check (
        state not in ('submitted', 'locked', 'reopened') or (submitted_at is not null and submitted_hash is not null)),
    constraint scorecard_left_has_reason check (state not in ('recused', 'excused', 'voided') or reason <> '')
);
create index scorecard_by_judge on scorecard (judge_id, round_id);
create index scorecard_by_entry on scorecard (entry_id);

create table score (
    scorecard_id bigint not null,
    edition_id   bigint not null,
    criterion    text not null check (criterion ~ '^[a-z0-9_]{1,60}$'),
    value        smallint,               -- null: not chosen yet, though a reason may stand already; never zero
    reason       text not null default '' check (length(reason) <= 2000),
    primary key (scorecard_id, criterion),
    foreign key (edition_id, scorecard_id) references scorecard (edition_id, id)
);

create table scorecard_comment (
    scorecard_id bigint not null,
    edition_id   bigint not null,
    reader       text not null check (reader in ('city', 'panel')),
    body         text not null check (length(body) <= 10000),
    primary key (scorecard_id, reader),
    foreign key (edition_id, scorecard_id) references scorecard (edition_id, id)
);

-- J4: what each save gave, as it came; the sheet itself whenever it was submitted or locked again. Never edited.
create table scorecard_revision (
    scorecard_id bigint not null,
    edition_id   bigint not null,
    version      integer not null,
    body         text not null,
    saved_at     timestamptz not null default clock_timestamp(),
    primary key (scorecard_id, version),
    foreign key (edition_id, scorecard_id) references scorecard (edition_id, id)
);

-- J5: what the panel said about an entry, and each change of a score with its reason.
create table deliberation_note (
    id         bigint generated always as identity primary key,
    edition_id bigint not null,
    round_id   bigint not null,
    entry_id   bigint not null,
    judge_id   bigint,
    person_id  bigint not null references person,
    body       text not null check (length(body) between 1 and 10000),
    written_at timestamptz not null default clock_timestamp(),
    foreign key (edition_id, round_id) references round (edition_id, id),
    foreign key (edition_id, judge_id) references judge (edition_id, id),
    foreign key (edition_id, entry_id) references entry (edition_id, id)
);

create table score_delta (
    id           bigint generated always as identity primary key,
    edition_id   bigint not null,
    scorecard_id bigint not null,
    criterion    text not null,
    from_value   smallint,
    to_value     smallint not null,
    reason       text not null check (length(reason) between 1 and 2000),
    changed_at   timestamptz not null default clock_timestamp(),
    foreign key (edition_id, scorecard_id) references scorecard (edition_id, id)
);

-- A decision: a minuted act of people. `body` holds what was decided, as canonical JSON.
create table decision (
    id          bigint generated always as identity primary key,
    edition_id  bigint not null references edition,
    kind        text not null check (kind in ('eligibility', 'shortlist', 'tier_creation', 'tie', 'withholding',
                    'sharing', 'award', 'correction', 'deadline_change', 'reopening', 'category_move', 'rule_change',
                    'appeal', 'other')),
    reason      text not null check (length(reason) between 1 and 10000),
    present     text not null default '',
    recused     text not null default '',
    votes_for   integer not null default 0 check (votes_for >= 0),
    votes_against integer not null default 0 check (votes_against >= 0),
    abstained   integer not null default 0 check (abstained >= 0),
    public_note text not null default '',
    body        text not null default '{}',
    made_by     bigint references person,
    made_at     timestamptz not null default clock_timestamp(),
    constraint decision_of_edition unique (edition_id, id)
);
alter table tier add constraint tier_decision_fk
    foreign key (edition_id, decision_id) references decision (edition_id, id);

-- The sealed inputs of a tally, and each run over them. Never edited (J6).
create table sealed_input (
    id         bigint generated always as identity primary key,
    edition_id bigint not null,
    round_id   bigint not null,
    body       text not null,
    hash       bytea not null check (length(hash) = 32),
    sealed_at  timestamptz not null default clock_timestamp(),
    constraint sealed_input_of_edition unique (edition_id, id),
    foreign key (edition_id, round_id) references round (edition_id, id)
);

create table tally_run (
    id              bigint generated always as identity primary key,
    edition_id      bigint not null,
    round_id        bigint not null,
    sealed_input_id bigint not null,
    rule_set_id     bigint not null,
    program_version text not null,
    cause           text not null,
    result          text not null,
    result_hash     bytea not null check (length(result_hash) = 32),
    run_by          bigint references person,
    run_at          timestamptz not null default clock_timestamp(),
    constraint tally_run_of_edition unique (edition_id, id),
    foreign key (edition_id, round_id) references round (edition_id, id),
    foreign key (edition_id, rule_set_id) references rule_set (edition_id, id),
    foreign key (edition_id, sealed_input_id) references sealed_input (edition_id, id)
);

create table decision_relied_on (
    decision_id  bigint not null,
    tally_run_id bigint not null,
    edition_id   bigint not null,
    primary key (decision_id, tally_run_id),
    foreign key (edition_id, decision_id) references decision (edition_id, id),
    foreign key (edition_id, tally_run_id) references tally_run (edition_id, id)
);
