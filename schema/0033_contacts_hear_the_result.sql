-- E8: the contact that an entry names hears its result too. Frozen with the slate as the people are: by its address, since
-- a contact need not have an account.
alter table result_recipient drop constraint result_recipient_pkey;
alter table result_recipient alter column person_id drop not null;
alter table result_recipient
    add column contact text,
    add constraint result_recipient_is_one check ((person_id is null) <> (contact is null)),
    add constraint result_recipient_once unique nulls not distinct (slate_id, entry_id, person_id, contact);
