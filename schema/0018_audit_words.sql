-- The words of the audit log, filled from workflow/audit_words.hpp at each migration, so that the database refuses an
-- event about nothing that is known, or of an act that is neither known nor a move. Moves are held by lifecycle_edge.

create table audit_word (
    part text not null check (part in ('subject', 'action')),
    word text not null,
    primary key (part, word)
);

alter table audit_word enable row level security;
alter table audit_word force row level security;
revoke all on audit_word from public;
do $$
declare r text;
begin
    foreach r in array array['wego_access', 'wego_applicant', 'wego_judge', 'wego_secretariat', 'wego_clock'] loop
        execute format('grant select on audit_word to %I', r);
        execute format('create policy %I on audit_word for select to %I using (true)', 'reads_' || r, r);
    end loop;
end
$$;
-- The migration fills it as the owner, whom FORCE holds to the policies too.
create policy owner_fills on audit_word
    using (current_user = (select tableowner from pg_tables where schemaname = 'public' and tablename = 'audit_word'))
    with check (current_user = (select tableowner from pg_tables
                                where schemaname = 'public' and tablename = 'audit_word'));

-- A trigger and no foreign key: that would lock the one row of a word in each transaction that writes it, and all
-- judges save scores under the same word. Words are never taken away, so nothing can change under the look-up.
-- The table is named with its schema, since a search_path of the function's own doubles what it costs.
create function refuse_unknown_audit_word() returns trigger language plpgsql as $$
begin
    if not exists (select from public.audit_word w where w.part = 'subject' and w.word = new.subject) then
        raise exception using errcode = 'foreign_key_violation', constraint = 'audit_event_has_a_known_subject',
            message = 'an audit event about an unknown subject';
    end if;
    if new.machine is null
       and not exists (select from public.audit_word w where w.part = 'action' and w.word = new.action) then
        raise exception using errcode = 'foreign_key_violation', constraint = 'audit_event_is_a_known_act',
            message = 'an audit event of an unknown act';
    end if;
    return new;
end
$$;
revoke all on function refuse_unknown_audit_word() from public;
create trigger audit_event_says_known_words before insert on audit_event
    for each row execute function refuse_unknown_audit_word();
