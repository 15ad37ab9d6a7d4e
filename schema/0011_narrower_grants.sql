-- What the queries of the catalogue (tests/store/catalogue_test.cpp) found too wide.

do $$
declare
    roles constant text[] := array['wego_public', 'wego_access', 'wego_applicant', 'wego_judge', 'wego_secretariat', 'wego_clock'];
    found record;
    named text;
begin
    -- Evidence takes named columns only: with a grant on the whole table OVERRIDING SYSTEM VALUE back-dates a row by
    -- its number.
    for found in select table_name as t, grantee as r from information_schema.table_privileges
                 where table_schema = 'public' and privilege_type = 'INSERT' and grantee = any (roles)
                   and table_name in ('decision', 'tally_run', 'sealed_input', 'deliberation_note', 'score_delta', 'late_refusal',
                                      'slate', 'slate_prize', 'prize', 'certificate') loop
        select string_agg(quote_ident(column_name), ', ') into named from information_schema.columns
        where table_schema = 'public' and table_name = found.t and is_identity = 'NO';
        execute format('revoke insert on %I from %I', found.t, found.r);
        execute format('grant insert (%s) on %I to %I', named, found.t, found.r);
    end loop;
    -- Where only USING stood it was the check too; now it says so.
    for found in select tablename as t, policyname as p, qual from pg_policies
                 where schemaname = 'public' and cmd = 'UPDATE' and with_check is null and permissive = 'PERMISSIVE' loop
        execute format('alter policy %I on %I with check (%s)', found.p, found.t, found.qual);
    end loop;
end
$$;
