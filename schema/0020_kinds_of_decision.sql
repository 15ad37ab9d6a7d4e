-- The kind of a decision says all of what its body holds. Until now some kinds had several bodies, told apart by their
-- members: each of those is a kind of its own (workflow/decision_kind.hpp, server/store/decision_bodies.hpp). What was
-- decided stays as it was; only the word is finer and the body has its members' names of today.

alter table decision drop constraint decision_kind_check;
alter table decision no force row level security;

create temporary view held as select id, kind, body, cast(body as jsonb) as b from decision;

update held set kind = 'second_ballot' where kind = 'tie' and b ? 'votes';
update held set kind = 'tie_order' where kind = 'tie' and b ? 'order';
update held set kind = 'chair_choice', body = format('{"order":%s}', b -> 'chair') where kind = 'tie' and b ? 'chair';
update held set kind = 'withholding_lifted',
                body = format('{"category":%s,"tier":%s,"number":%s}', b -> 'category', b -> 'tier', b -> 'number')
    where kind = 'withholding' and b ? 'lifted';
update held set kind = 'winner_withdrawal', body = format('{"entry":%s,"then":%s}', b -> 'withdrawn', b -> 'then')
    where kind = 'award' and b ? 'withdrawn';
update held set kind = 'category_merge',
                body = format('{"from":%s,"into":%s,"entries":%s}', b -> 'from', b -> 'to', b -> 'entries')
    where kind = 'category_move' and b ? 'entries';
update held set kind = 'revocation', body = format('{"entry":%s}', b -> 'entry') where b ->> 'correction' = 'revoke';
update held set kind = 'promotion', body = format('{"entry":%s,"tier":%s}', b -> 'entry', b -> 'tier')
    where b ->> 'correction' = 'promote';
update held set kind = 'name_correction',
                body = format('{"entry":%s,"before":%s,"after":%s}', b -> 'entry', b -> 'before', b -> 'after')
    where b ->> 'correction' = 'names';
update held set kind = case b ->> 'action' when 'reopen_by_decision' then 'scorecard_reopening'
                                           when 'relock' then 'scorecard_relocking' else 'scorecard_voiding' end,
                body = format('{"scorecard":%s,"entry":%s}', b -> 'scorecard',
                              (select s.entry_id from scorecard s where s.id = cast(b ->> 'scorecard' as bigint)))
    where b ? 'scorecard';
-- Decided on the page for what has no page of its own.
update held set body = '{"entry":null,"flag":""}' where kind = 'eligibility' and b = '{}';
update held set body = '{"appeal":null,"outcome":null}' where kind = 'appeal' and b = '{}';

drop view held;
alter table decision force row level security;
alter table decision add constraint decision_kind_check check (kind in (
    'eligibility', 'shortlist', 'deadline_change', 'category_move', 'category_merge', 'tier_creation', 'rule_change',
    'second_ballot', 'chair_choice', 'tie_order', 'withholding', 'withholding_lifted', 'sharing', 'winner_withdrawal',
    'scorecard_reopening', 'scorecard_relocking', 'scorecard_voiding', 'revocation', 'promotion', 'name_correction',
    'appeal', 'other'));
