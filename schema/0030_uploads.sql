-- E6: an upload that broke off goes on. `source` is how the reader's browser tells the file again (its name, size and time
-- of change): the same file of the same entry goes on in the row that is on its way, and two announcements make one.
alter table attachment add column source text check (length(source) between 1 and 3000);
create unique index attachment_on_its_way_once on attachment (edition_id, entry_id, purpose, source) where state = 'uploading';

-- Letters of one edition are not those of another that has the same cause.
alter table letter drop constraint letter_once;
alter table letter add constraint letter_once unique nulls not distinct (edition_id, occasion, cause, to_address);
