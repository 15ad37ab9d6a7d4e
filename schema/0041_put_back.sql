-- J11: what was recorded of a judge and an entry by mistake is lifted and stays on record; the same may be said again later.
alter table conflict add column lifted_at timestamptz;
alter table conflict add constraint conflict_lifted_bars_nobody check (lifted_at is null or not bars);
alter table conflict drop constraint conflict_unique;
create unique index conflict_unique on conflict (judge_id, entry_id, kind) where lifted_at is null;
