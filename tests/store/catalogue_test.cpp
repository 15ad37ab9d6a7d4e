// The second lock as PostgreSQL's own catalogue tells it: every query lists offenders, and
// there are none. T1, P3, J2 rest on these.
#include "tests/support/database.hpp"
#include "tests/support/panel.hpp"

#include <set>

namespace {

using catalogue = tests::store_test;

std::vector<std::string> offenders(store::database& db, std::string_view sql) {
    return db.values<std::string>(sql);
}

TEST_F(catalogue, T1_every_table_has_row_security_forced_on_its_owner_too) {
    EXPECT_EQ(
        offenders(
            db,
            R"(select cast(c.relname as text) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'migration'
          and not (c.relrowsecurity and c.relforcerowsecurity))"),
        std::vector<std::string>{});
}

TEST_F(catalogue, every_table_has_a_policy) {
    EXPECT_EQ(
        offenders(
            db,
            R"(select cast(c.relname as text) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'migration'
          and not exists (select from pg_policy p where p.polrelid = c.oid))"),
        std::vector<std::string>{});
}

TEST_F(catalogue, every_policy_that_lets_write_checks_what_is_written) {
    EXPECT_EQ(offenders(db, R"(select tablename || '.' || policyname from pg_policies
        where schemaname = 'public' and cmd in ('INSERT', 'UPDATE', 'ALL') and permissive = 'PERMISSIVE' and with_check is null)"),
              std::vector<std::string>{});
}

TEST_F(catalogue, the_acting_person_is_read_in_one_place_that_fails_closed) {
    EXPECT_EQ(offenders(db, R"(select tablename || '.' || policyname from pg_policies
        where schemaname = 'public' and coalesce(qual, '') || coalesce(with_check, '') like '%current_setting%')"),
              std::vector<std::string>{});
    EXPECT_EQ(
        offenders(
            db, R"(select cast(p.proname as text) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'public' and p.prokind = 'f' and pg_get_functiondef(p.oid) ilike '%current_setting%'
          and pg_get_functiondef(p.oid) not ilike '%nullif(current_setting(%')"),
        std::vector<std::string>{});
}

TEST_F(catalogue, no_view_shows_more_than_its_reader_may_see) {
    EXPECT_EQ(
        offenders(
            db,
            R"(select cast(c.relname as text) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'v'
          and not coalesce(c.reloptions @> array['security_invoker=true'], false))"),
        std::vector<std::string>{});
}

// The reviewed list: each asks again who acts and gives back no more than its own answer (schema/0007 and
// 0013).
TEST_F(catalogue, only_reviewed_functions_run_with_their_owners_rights) {
    EXPECT_EQ(
        offenders(
            db, R"(select cast(p.proname as text) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'public' and p.prosecdef order by 1)"),
        (std::vector<std::string>{"account_ends_after_its_parts",

                                  "city_has_applicants",
                                  "city_name_is_new",
                                  "city_named",
                                  "end_links_to_old_address",
                                  "end_sessions_with_the_right",
                                  "is_alone_in_office",
                                  "letter_waits_for_announcement",
                                  "merge_cities",
                                  "my_barred_entries",
                                  "my_cities",
                                  "my_clear_entries",
                                  "my_clear_entries_that_stand",
                                  "my_closed_rounds",
                                  "my_judges",
                                  "my_panels",
                                  "my_panels_in_standing",
                                  "next_entry_number",
                                  "own_cities",
                                  "replace_invitation",
                                  "settle_letters_of_link"}));
    EXPECT_EQ(
        offenders(
            db, R"(select cast(p.proname as text) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'public' and (p.proleakproof or (p.prosecdef and (p.proconfig is null
          or not cast(p.proconfig as text) like '%search_path=pg_catalog%'))))"),
        std::vector<std::string>{});
}

TEST_F(catalogue, no_role_of_the_service_is_powerful_or_owns_anything) {
    EXPECT_EQ(offenders(db, R"(select cast(rolname as text) from pg_roles where rolname like 'wego\_%'
          and rolname <> 'wego_owner' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb))"),
              std::vector<std::string>{});
    EXPECT_EQ(
        offenders(db, R"(select cast(c.relname as text) from pg_class c join pg_roles r on r.oid = c.relowner
        where r.rolname in ('wego_public', 'wego_access', 'wego_applicant', 'wego_judge', 'wego_secretariat', 'wego_clock',
                            'wego_app'))"),
        std::vector<std::string>{});
}

// wego_app may take on each role of the product by SET LOCAL ROLE and inherits none; the roles are members of
// nothing.
TEST_F(catalogue, no_role_of_the_service_is_a_member_of_an_owner) {
    EXPECT_EQ(offenders(db, R"(select member.rolname || ' in ' || of.rolname
        from pg_auth_members m join pg_roles member on member.oid = m.member join pg_roles of on of.oid = m.roleid
        where member.rolname like 'wego\_%' and member.rolname <> 'wego_owner'
          and not (member.rolname = 'wego_app' and of.rolname in ('wego_public', 'wego_access', 'wego_applicant', 'wego_judge',
                                                                  'wego_secretariat', 'wego_clock')))"),
              std::vector<std::string>{});
    EXPECT_EQ(
        offenders(
            db,
            R"(select cast(rolname as text) from pg_roles where rolname like 'wego\_%' and rolname <> 'wego_owner'
          and (rolinherit or rolreplication or (rolcanlogin and rolname <> 'wego_app')
               or has_table_privilege(oid, 'pg_authid', 'SELECT')))"),
        std::vector<std::string>{});
    EXPECT_EQ(
        offenders(db, R"(select cast(p.proname as text) from pg_proc p join pg_roles r on r.oid = p.proowner
        where r.rolname like 'wego\_%' and r.rolname <> 'wego_owner'
        union all select cast(n.nspname as text) from pg_namespace n join pg_roles r on r.oid = n.nspowner
        where r.rolname like 'wego\_%' and r.rolname <> 'wego_owner')"),
        std::vector<std::string>{});
}

TEST_F(catalogue, no_role_of_the_service_uses_a_sequence_or_makes_anything) {
    EXPECT_EQ(offenders(db, R"(select c.relname || ' ' || r.rolname from pg_class c cross join pg_roles r
        where c.relkind = 'S' and r.rolname like 'wego\_%' and r.rolname <> 'wego_owner'
          and (has_sequence_privilege(r.oid, c.oid, 'USAGE') or has_sequence_privilege(r.oid, c.oid, 'UPDATE')))"),
              std::vector<std::string>{});
    EXPECT_EQ(offenders(db, R"(select n.nspname || ' ' || r.rolname from pg_namespace n cross join pg_roles r
        where r.rolname like 'wego\_%' and r.rolname <> 'wego_owner'
          and (has_schema_privilege(r.oid, n.oid, 'CREATE') or has_database_privilege(r.oid, current_database(), 'CREATE')))"),
              std::vector<std::string>{});
}

// A key that does not begin with the edition could tell that a row exists which nobody may see. Those below
// begin with a row that the policies let the writer see, are random, or are written with ON CONFLICT DO
// NOTHING.
TEST_F(catalogue, J2_no_unique_key_is_an_oracle_for_rows_of_others) {
    EXPECT_EQ(
        offenders(db,
                  R"(select cast(c.relname as text) from pg_index i join pg_class c on c.oid = i.indexrelid
        join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
        where n.nspname = 'public' and i.indisunique
          and exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'edition_id' and not a.attisdropped)
          and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum = i.indkey[0]
                          and (a.attname = 'edition_id' or a.attidentity <> '')) order by 1)"),
        (std::vector<std::string>{"answer_pkey", "attachment_chunk_pkey", "certificate_serial_unique",
                                  "conflict_unique", "decision_relied_on_pkey", "declaration_pkey",
                                  "entry_version_pkey", "result_recipient_once", "round_entry_pkey",
                                  "score_pkey", "scorecard_comment_pkey", "scorecard_revision_pkey",
                                  "scorecard_unique", "screening_check_pkey", "secretariat_unique",
                                  "slate_approval_pkey", "slate_prize_entry_once", "slate_prize_unique"}));
}

TEST_F(catalogue, nothing_is_granted_to_everybody) {
    EXPECT_EQ(
        offenders(db, R"(select table_name || ' ' || privilege_type from information_schema.table_privileges
        where table_schema = 'public' and grantee = 'PUBLIC')"),
        std::vector<std::string>{});
    EXPECT_EQ(offenders(db, R"(select 'public' from pg_namespace where nspname = 'public'
        and (has_schema_privilege('wego_app', oid, 'CREATE') or has_schema_privilege('wego_secretariat', oid, 'CREATE')))"),
              std::vector<std::string>{});
}

TEST_F(catalogue, T1_what_is_append_only_can_be_neither_changed_nor_deleted) {
    EXPECT_EQ(offenders(db, R"(select table_name || ' ' || privilege_type || ' ' || grantee
        from information_schema.table_privileges
        where table_schema = 'public' and grantee like 'wego\_%' and grantee <> 'wego_owner'
          and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
          and table_name in ('audit_event', 'entry_version', 'scorecard_revision', 'score_delta', 'decision',
                             'sealed_input', 'tally_run', 'decision_relied_on', 'deliberation_note', 'slate_approval',
                             'late_refusal', 'lifecycle_edge', 'audit_word', 'result_recipient'))"),
              std::vector<std::string>{});
    EXPECT_EQ(offenders(db, R"(select table_name || '.' || column_name || ' ' || grantee
        from information_schema.column_privileges
        where table_schema = 'public' and grantee like 'wego\_%' and grantee <> 'wego_owner' and privilege_type = 'UPDATE'
          and table_name in ('audit_event', 'entry_version', 'scorecard_revision', 'score_delta', 'decision',
                             'sealed_input', 'tally_run', 'slate_approval', 'result_recipient'))"),
              std::vector<std::string>{});
}

// With a grant on the whole table OVERRIDING SYSTEM VALUE back-dates an event by its number.
TEST_F(catalogue, T1_the_log_and_the_evidence_take_named_columns_only) {
    EXPECT_EQ(offenders(db, R"(select table_name || ' ' || grantee from information_schema.table_privileges
        where table_schema = 'public' and privilege_type = 'INSERT'
          and table_name in ('audit_event', 'decision', 'tally_run', 'sealed_input', 'deliberation_note', 'score_delta',
                             'late_refusal', 'slate', 'slate_prize', 'prize', 'certificate')
          and grantee <> 'wego_owner' and grantee like 'wego\_%')"),
              std::vector<std::string>{});
    EXPECT_EQ(offenders(db, R"(select grantee || ' ' || column_name from information_schema.column_privileges
        where table_schema = 'public' and privilege_type = 'INSERT'
          and table_name in ('audit_event', 'decision', 'tally_run', 'sealed_input', 'deliberation_note', 'score_delta',
                             'late_refusal', 'slate', 'slate_prize', 'prize', 'certificate')
          and column_name = 'id' and grantee like 'wego\_%' and grantee <> 'wego_owner')"),
              std::vector<std::string>{});
}

TEST_F(catalogue, P3_the_hidden_outcome_is_for_the_secretariat_and_the_clock_alone) {
    EXPECT_EQ(offenders(db, R"(select distinct cast(grantee as text) from information_schema.column_privileges
        where table_schema = 'public' and table_name = 'entry' and column_name = 'sealed_state'
          and grantee not in ('wego_secretariat', 'wego_clock', 'wego_owner', 'postgres'))"),
              std::vector<std::string>{});
}

TEST_F(catalogue, secrets_are_for_one_role_alone) {
    EXPECT_EQ(
        offenders(db,
                  R"(select distinct table_name || ' ' || grantee from information_schema.column_privileges
        where table_schema = 'public' and privilege_type = 'SELECT'
          and table_name in ('credential', 'recovery_code', 'session', 'mail_link', 'rate_bucket')
          and grantee not in ('wego_access', 'wego_clock', 'wego_owner', 'postgres'))"),
        std::vector<std::string>{});
    EXPECT_EQ(
        offenders(db,
                  R"(select distinct table_name || ' ' || grantee from information_schema.column_privileges
        where table_schema = 'public' and privilege_type = 'SELECT' and table_name in ('credential', 'recovery_code')
          and grantee not in ('wego_access', 'wego_owner', 'postgres'))"),
        std::vector<std::string>{});
}

// Nobody set: nobody sees, in any table that the role may read but those that hold the same for everybody.
// Also on a connection that served somebody before.
TEST_F(catalogue, a_role_without_a_person_sees_no_protected_row) {
    const auto on = tests::lay_panel(db);
    tests::fill_with_canary(db, on, on.open);
    const std::set<std::string> for_all{"edition",    "category",       "tier",        "rule_set",
                                        "city",       "lifecycle_edge", "secretariat", "entry_place",
                                        "audit_word", "letter_occasion"};
    for (const auto role :
         {store::database_role::applicant, store::database_role::judge, store::database_role::secretariat}) {
        act_as(role, on.office);
        act_as(role);
        for (const auto& table : db.values<std::string>(R"(select cast(c.relname as text) from pg_class c
                 join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege(c.oid, 'SELECT'))"))
            if (!for_all.contains(table))
                EXPECT_EQ(db.value<int>("select count(*) from (select from " + table + ") as seen"), 0)
                    << table;
        for (const std::string table : {"entry", "scorecard", "certificate"}) {
            if (role == store::database_role::applicant && table == "scorecard") continue;  // no grant at all
            EXPECT_EQ(db.value<int>("select count(*) from (select id from " + table + ") as seen"), 0)
                << table;
        }
        act_as_owner();
    }
}

// A connection that serves one person after another shows each of them only what is theirs.
TEST_F(catalogue, J2_a_thousand_changes_of_person_on_one_connection_mix_nothing_up) {
    const auto on = tests::lay_panel(db);
    const auto count = [&] {
        return db.value<int>("select count(*) from (select id from scorecard) as seen");
    };
    act_as(store::database_role::judge, on.first.person);
    const int of_first = count();
    act_as(store::database_role::judge, on.second.person);
    const int of_second = count();
    ASSERT_NE(of_first, of_second);
    for (int turn = 0; turn < 1000; ++turn) {
        const bool first = turn % 3 == 0;
        act_as(store::database_role::judge, first ? on.first.person : on.second.person);
        ASSERT_EQ(count(), first ? of_first : of_second) << turn;
    }
}

}  // namespace
