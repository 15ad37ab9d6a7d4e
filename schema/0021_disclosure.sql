-- E10: what of the scores may be read once the result is announced. Written with the announcement from the sealed
-- inputs, as the rule set discloses, and never changed: cities and the public read this, and no scorecard.

-- A round's scores of one entry. `value` and the two ends of its category are exact fractions as text; `criteria` is
-- JSON: [{"criterion", "scores"}], each criterion's scores in ascending order, so that no judge can be followed from one
-- criterion to the next.
create table disclosed_score (
    entry_id     bigint  not null,
    round_id     bigint  not null references round,
    edition_id   bigint  not null references edition,
    round        text    not null,
    round_number integer not null,
    place        integer check (place >= 1),
    of_entries   integer not null check (of_entries >= 0),
    value        text,
    highest      text    not null,
    lowest       text    not null,
    criteria     text    not null,
    to_everybody boolean not null,
    category_id  bigint  not null references category,
    title        text    not null,
    printed_city    text not null,
    printed_country text not null,
    primary key (edition_id, entry_id, round_id),
    foreign key (edition_id, entry_id) references entry (edition_id, id)
);

-- What judges wrote to the city, in an order that tells nothing of who wrote.
create table disclosed_comment (
    entry_id   bigint  not null,
    round_id   bigint  not null,
    edition_id bigint  not null references edition,
    number     integer not null check (number >= 1),
    body       text    not null check (body <> ''),
    primary key (edition_id, entry_id, round_id, number),
    foreign key (edition_id, entry_id, round_id) references disclosed_score (edition_id, entry_id, round_id)
);

-- The editions whose rules in force have one of these words; only those that are about to be announced may still get
-- anything to disclose.
create function editions_that_disclose(variadic words text[]) returns setof bigint language sql stable
begin atomic
    select e.id from edition e join rule_set r on r.id = e.rule_set_id
    where e.state = 'decided' and cast(r.body as jsonb) ->> 'disclosure' = any(words);
end;

do $$
declare t text;
begin
    foreach t in array array['disclosed_score', 'disclosed_comment'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('grant select, insert on %I to wego_secretariat, wego_clock', t);
        execute format('grant select on %I to wego_applicant', t);
        execute format('create policy office_reads on %I for select to wego_secretariat '
                       'using (edition_id in (select office_editions()))', t);
        execute format('create policy clock_reads on %I for select to wego_clock using (true)', t);
    end loop;
end
$$;
create policy announced_with_the_result on disclosed_score for insert to wego_secretariat, wego_clock
    with check (edition_id in (select editions_that_disclose('own_scores_to_city', 'all_scores'))
                and (not to_everybody or edition_id in (select editions_that_disclose('all_scores'))));
create policy announced_with_the_result on disclosed_comment for insert to wego_secretariat, wego_clock
    with check (edition_id in (select editions_that_disclose('own_scores_to_city', 'all_scores')));
create policy applicant_reads on disclosed_score for select to wego_applicant
    using (edition_id in (select announced_editions()) and entry_id in (select my_entries()));
create policy applicant_reads on disclosed_comment for select to wego_applicant
    using (edition_id in (select announced_editions()) and entry_id in (select my_entries()));
grant select on disclosed_score to wego_public;
create policy public_reads on disclosed_score for select to wego_public
    using (to_everybody and edition_id in (select announced_editions()));

-- Whoever announces writes the comments down; of the scorecards of closed rounds only those to the city.
grant select on scorecard_comment to wego_clock;
create policy clock_reads on scorecard_comment for select to wego_clock
    using (reader = 'city' and exists (select from scorecard s join round r on r.id = s.round_id
                                       where s.id = scorecard_id and r.closed_at is not null));
