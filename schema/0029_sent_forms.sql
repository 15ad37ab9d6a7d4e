-- T7: what is sent twice is done once. A form carries a random mark; what was done for it is kept with the answer that it
-- got, in the transaction of the work, so that the same form sent again gets that answer. The fingerprint is of who sent
-- it, where to and everything that was entered: whoever goes back and enters something else has sent another form.

create table sent_form (
    fingerprint bytea primary key check (length(fingerprint) = 32),
    location    text check (location ~ '^/'),  -- of the page that it led to; none while the work is under way
    notice      text,
    sent_at     timestamptz not null default clock_timestamp()
);
create index sent_form_by_age on sent_form (sent_at);

alter table sent_form enable row level security;
alter table sent_form force row level security;
revoke all on sent_form from public;
grant select, insert, update (location, notice) on sent_form to wego_access;
grant select (sent_at), delete on sent_form to wego_clock;
create policy access_all on sent_form to wego_access using (true) with check (true);
create policy clock_sweeps on sent_form to wego_clock using (true) with check (true);
