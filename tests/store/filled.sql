-- Rows of every table as they were written in their time, for upgrade_test.cpp. A section is put into a database whose
-- newest migration is the one that it names, or a later one: it knows the columns of its time and no others. Who adds a
-- table adds its rows, in a new section; written ones stay as they are.

-- from 0006 on
insert into person (id, email, name, language, confirmed_at, disabled_at) overriding system value values
    (1, 'mina@seoul.example', 'Mina', 'ko', '2014-03-01', null),
    (2, 'jean@paris.example', 'Jean-François Łysoń', 'fr', '2014-03-02', null),
    (3, 'kim@panel.example', 'Kim', 'en', '2014-03-03', null),
    (4, 'office@wego.example', 'Olga', 'en', '2014-03-04', null),
    (5, 'second@wego.example', 'Sofia', 'en', '2014-03-05', null),
    (6, 'gone@wego.example', 'Somebody', 'en', null, '2014-04-01');
insert into credential (person_id, password_hash, totp_secret, totp_active_at, totp_last_step)
    values (4, '$argon2id$v=19$m=8,t=1,p=1$x$y', '\x0102', '2014-03-04', 46000000);
insert into recovery_code (person_id, code_hash, used_at) values (4, '\x01', null), (4, '\x02', '2014-05-01');
insert into session (token_hash, person_id, second_factor_at, expires_at) values ('\x0a', 4, '2014-05-01', '2014-06-01');
insert into known_device (token_hash, person_id) values ('\x0b', 4);
insert into mail_link (token_hash, purpose, person_id, expires_at) values ('\x0c', 'first_secretariat', 4, '2014-04-01');
insert into rate_bucket (key, tokens, updated_at) values ('sign_in address 203.0.113.7', 4.5, '2014-05-01');

begin;
insert into edition (id, slug, ordinal, year, name, theme, zone, state, version, rule_set_id, opens_at, closes_at,
                     judging_opens_at, judging_closes_at, opened_at, closed_at, announced_at, ceremony_on)
    overriding system value
    values (1, '2014', 2, 2014, 'The 2nd WeGO Awards', '서울에서', 'Asia/Seoul', 'announced', 9, 1, '2014-03-17', '2014-06-30',
            '2014-07-15', '2014-09-30', '2014-03-17', '2014-06-30', '2014-10-01', '2014-11-05');
insert into rule_set (id, edition_id, version, body, hash, reason, created_by, frozen_at) overriding system value
    values (1, 1, 1, '{"method":"mean"}', sha256('{"method":"mean"}'), 'first version', 4, '2014-07-15');
commit;
insert into edition (id, slug, ordinal, year, name, zone) overriding system value
    values (2, '2016', 3, 2016, 'The 3rd WeGO Awards', 'Europe/Moscow');
insert into category (id, edition_id, key, position, name) overriding system value
    values (1, 1, 'services', 1, 'Services'), (2, 1, 'open_city', 2, 'Open City'), (3, 2, 'services', 1, 'Services');
insert into tier (id, edition_id, key, position, name, per_category) overriding system value
    values (1, 1, 'best', 1, 'Best', 1), (2, 1, 'outstanding', 2, 'Outstanding', 1);
insert into secretariat (person_id, edition_id) values (4, null), (5, 1);
insert into city (id, official_name, printed_name, country, printed_country, parent_id, member, approved_at)
    overriding system value
    values (1, '서울특별시', 'Seoul', 'KR', 'Republic of Korea', null, true, '2014-01-01'),
           (2, 'Songpa', 'Songpa', 'KR', 'Republic of Korea', 1, false, '2014-01-01'),
           (3, 'Paris', 'Paris', 'FR', 'France', null, true, '2014-01-01');
insert into applicant (city_id, person_id, confirmed_at) values (1, 1, '2014-03-10'), (3, 2, '2014-03-10'), (2, 6, null);
insert into entry_place (edition_id, place) values (1, 1), (1, 2), (2, 1);

insert into entry (id, edition_id, city_id, category_id, number, place, title, state, version, created_by, submitted_at,
                   current_version) overriding system value
    values (1, 1, 1, 1, 1, 1, 'One door for all', 'awarded', 7, 1, '2014-06-01', 2),
           (2, 1, 3, 1, 2, 1, 'Une porte', 'not_awarded', 6, 2, '2014-06-02', 1);
insert into entry (id, edition_id, city_id, category_id, title, state, closing_reason) overriding system value
    values (3, 1, 1, 2, 'A draft', 'lapsed', ''), (4, 1, 3, 2, '', 'withdrawn', 'A merger');
insert into answer (entry_id, edition_id, question, value, version, saved_by)
    values (1, 1, 'problem', E'Long queues.\nNine doors.', 4, 1), (3, 1, 'problem', '', 1, 1);
insert into entry_version (entry_id, edition_id, number, body, hash, submitted_by)
    values (1, 1, 1, '{"title":"One door"}', sha256('{"title":"One door"}'), 1),
           (1, 1, 2, '{"title":"One door for all"}', sha256('{"title":"One door for all"}'), 1),
           (2, 1, 1, '{"title":"Une porte"}', sha256('{"title":"Une porte"}'), 2);
insert into attachment (id, entry_id, edition_id, purpose, name, media_type, size, received, hash, state, added_by)
    overriding system value
    values (1, 1, 1, 'supporting', 'plan.pdf', 'application/pdf', 3, 3, sha256('abc'), 'stored', 1);
insert into attachment_chunk (attachment_id, edition_id, start, bytes) values (1, 1, 0, 'ab'), (1, 1, 2, 'c');
insert into extension (edition_id, city_id, until, reason, granted_by) values (1, 3, '2014-07-03', 'A flood', 4);
insert into late_refusal (edition_id, entry_id, person_id, refused_at, deadline, hash)
    values (1, 3, 1, '2014-07-01', '2014-06-30', sha256('late'));
insert into screening_check (entry_id, edition_id, item, passed, note, checked_by)
    values (1, 1, 'readable', true, '', 4), (2, 1, 'readable', true, 'In French', 4);

insert into judge (id, edition_id, person_id, name, country, city_id, chair, identity_checked_at, identity_checked_by,
                   terms_accepted_at, terms_name) overriding system value
    values (1, 1, 3, 'Kim', 'KR', 2, true, '2014-07-01', 4, '2014-07-02', 'Kim');
insert into relation (edition_id, judge_id, city_id, note, recorded_by) values (1, 1, 2, 'Advised the mayor', 4);
insert into conflict (edition_id, judge_id, entry_id, kind, explanation) values (1, 1, 1, 'parent_city', 'Songpa is in Seoul');
insert into declaration (judge_id, entry_id, edition_id, has_conflict, typed_name) values (1, 2, 1, false, 'Kim');
insert into round (id, edition_id, number, name, purpose, opened_at, closed_at) overriding system value
    values (1, 1, 1, 'Scoring', 'scoring', '2014-07-15', '2014-09-30');
insert into round_entry (round_id, entry_id, edition_id) values (1, 1, 1), (1, 2, 1);
insert into scorecard (id, edition_id, round_id, judge_id, entry_id, rule_set_id, entry_version, state, version, reason,
                       submitted_at, submitted_hash) overriding system value
    values (1, 1, 1, 1, 2, 1, 1, 'locked', 5, '', '2014-09-01', sha256('sheet')),
           (2, 1, 1, 1, 1, 1, 2, 'recused', 2, 'The city is its parent', null, null);
insert into score (scorecard_id, edition_id, criterion, value, reason)
    values (1, 1, 'impact', 4, ''), (1, 1, 'reach', null, 'Not told');
insert into scorecard_comment (scorecard_id, edition_id, reader, body) values (1, 1, 'city', 'Well told');
insert into scorecard_revision (scorecard_id, edition_id, version, body) values (1, 1, 2, '{"impact":4}');
insert into deliberation_note (edition_id, round_id, entry_id, judge_id, person_id, body) values (1, 1, 2, 1, 3, 'Page 3');
insert into score_delta (edition_id, scorecard_id, criterion, from_value, to_value, reason)
    values (1, 1, 'impact', 3, 4, 'Figures of 2013');
insert into decision (id, edition_id, kind, reason, present, votes_for, made_by) overriding system value
    values (1, 1, 'sharing', 'The panel decided', 'Kim', 1, 4), (2, 1, 'other', 'Noted', 'Kim', 0, 4);
insert into sealed_input (id, edition_id, round_id, body, hash) overriding system value values (1, 1, 1, '{}', sha256('{}'));
insert into tally_run (id, edition_id, round_id, sealed_input_id, rule_set_id, program_version, cause, result, result_hash,
                       run_by) overriding system value
    values (1, 1, 1, 1, 1, '0.1', 'Judging was closed', '{"order":[1,2]}', sha256('{"order":[1,2]}'), 4);
insert into decision_relied_on (decision_id, tally_run_id, edition_id) values (1, 1, 1);

insert into slate (id, edition_id, version, tally_run_id, state, hash, created_by, ratified_at) overriding system value
    values (1, 1, 1, 1, 'ratified', sha256('slate'), 4, '2014-09-30');
insert into slate_prize (edition_id, slate_id, category_id, tier_id, place, entry_id, withheld_reason, decision_id)
    values (1, 1, 1, 1, 1, 1, '', 1), (1, 1, 2, 1, 1, null, 'No worthy entry', null);
insert into slate_approval (edition_id, slate_id, person_id, hash)
    values (1, 1, 4, sha256('slate')), (1, 1, 5, sha256('slate'));
insert into prize (id, edition_id, category_id, tier_id, place, entry_id, city_id, printed_city, printed_country, title)
    overriding system value values (1, 1, 1, 1, 1, 1, 1, 'Seoul', 'Republic of Korea', 'One door for all');
insert into certificate (id, serial, edition_id, kind, entry_id, prize_id, body, issued_on) overriding system value
    values (1, 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF', 1, 'winner', 1, 1, '{"name":"Seoul"}', '2014-11-05');
insert into letter (edition_id, occasion, cause, person_id, to_name, to_address, facts, state, attempts, accepted_at)
    values (1, 'result_won', 'announcement of 1', 1, 'Mina', 'mina@seoul.example', '{}', 'accepted', 1, '2014-10-01'),
           (1, 'result_not_won', 'announcement of 1', 2, 'Jean', 'jean@paris.example', '{}', 'failed', 9, null);
insert into audit_event (edition_id, happened_at, actor_id, actor_role, subject, subject_id, action, machine, from_state,
                         to_state, body, salt, leaf_hash)
    values (1, '2014-03-17', 4, 'secretariat', 'edition', 1, 'open_call', 'edition', 'planned', 'open', '{"action":"open_call"}',
            '\x000102030405060708090a0b0c0d0e0f', sha256('leaf')),
           (1, '2014-05-01', null, 'clock', 'entry', 1, 'entry_started', null, null, null, '{"why":"서울"}',
            '\x0f0e0d0c0b0a09080706050403020100', sha256('another leaf'));

-- from 0009 on
insert into factor_reset (edition_id, person_id, reason, asked_by, outcome, settled_by, settled_at)
    values (1, 3, 'Called back: telephone lost', 4, 'approved', 5, '2014-08-01'), (1, 3, 'Again', 4, null, null, null);
insert into mail_link (token_hash, purpose, person_id, expires_at) values ('\x0d', 'second_factor_reset', 3, '2014-08-02');
insert into session (token_hash, person_id, expires_at, resets_factor) values ('\x0e', 3, '2014-08-02', true);

-- from 0010 on
insert into result_recipient (edition_id, slate_id, entry_id, person_id, won) values (1, 1, 1, 1, true), (1, 1, 2, 2, false);
update slate set recipients_hash = sha256('recipients');

-- from 0015 on
insert into appeal (edition_id, entry_id, ground, body, lodged_by, lodged_at, outcome, answer, decision_id, settled_by,
                    settled_at)
    values (1, 2, 'fact', 'The figures are of 2013', 2, '2014-10-02', 'dismissed', 'They are', 2, 4, '2014-10-09');

-- from 0016 on
insert into amendment (edition_id, adds_tier, key, name, per_category, reason, proposed_by, proposed_at, outcome, settled_by,
                       settled_at, decision_id)
    values (1, true, 'promising', 'Most Promising', 1, 'A third tier', 4, '2014-09-20', 'confirmed', 5, '2014-09-21', 2);
insert into rule_set (id, edition_id, version, body, hash, reason, decision_id) overriding system value
    values (2, 1, 2, '{"method":"mean","tiers":3}', sha256('{"method":"mean","tiers":3}'), 'A third tier', 2);

-- from 0021 on
insert into disclosed_score (entry_id, round_id, edition_id, round, round_number, place, of_entries, value, highest, lowest,
                             criteria, to_everybody, category_id, title, printed_city, printed_country)
    values (1, 1, 1, 'Scoring', 1, 1, 2, '25/3', '25/3', '7', '[{"criterion":"impact","scores":[8,8,9]}]', false, 1,
            'An entry', 'Seoul', 'Korea');
insert into disclosed_comment (entry_id, round_id, edition_id, number, body) values (1, 1, 1, 1, 'Well done');

-- from 0025 on
insert into answer_revision (entry_id, edition_id, question, value, version, refused, key, saved_by)
    values (1, 1, 'problem', 'Ten doors.', 3, true, 'key-of-a-request', 1);

-- from 0029 on
insert into sent_form (fingerprint, location, notice) values (sha256('a form'), '/my/entries/1', 'entry_begun');

-- from 0031 on
insert into grave_act (edition_id, act, entry_id, reason, present, votes_for, public_note, asked_by, asked_at, asked_after,
                       outcome, word, settled_by, settled_at)
    values (1, 'revoke_award', 1, 'The figures were wrong', 'The panel', 5, 'Given back', 4, '2014-10-20', 0, 'taken_back',
            'They were right', 5, '2014-10-21'),
           (1, 'close_judging', null, 'All is in', '', 0, '', 4, '2014-09-30', 0, 'confirmed', '', 5, '2014-09-30');
