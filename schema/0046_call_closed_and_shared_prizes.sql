alter table edition no force row level security;
alter table certificate no force row level security;
-- E4: the instant at which the call was closed holds while it is closed; an extension that opens it again takes it back.
update edition set closed_at = null where state in ('planned', 'open');

-- P2: a certificate says that its prize is shared. Those that were issued before stay as they were printed.
update certificate set body = left(body, -1) || ',"is_shared":false}' where body like '%"demonstration":%}';
alter table certificate force row level security;
alter table edition force row level security;
