-- The schema after all migrations. Made by the test current_schema; do not edit.

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

COMMENT ON EXTENSION unaccent IS 'text search dictionary that removes accents';

CREATE FUNCTION public.account_ends_after_its_parts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if exists (select from secretariat s where s.person_id = new.id and s.in_force)
       or exists (select from judge j join edition e on e.id = j.edition_id
                  where j.person_id = new.id and j.left_at is null and e.state not in ('archived', 'cancelled')) then
        raise exception 'this account has a part in an edition'
            using errcode = 'check_violation', constraint = 'account_ends_after_its_parts';
    end if;
    delete from session where person_id = new.id;
    update mail_link set used_at = clock_timestamp() where person_id = new.id and used_at is null;
    delete from applicant where person_id = new.id;
    new.closed_address := sha256(convert_to(old.email, 'UTF8'));
    new.email := 'closed-' || new.id || '@account.invalid';
    return new;
end
$$;

CREATE FUNCTION public.acting_person() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.person'::text, true), ''::text))::bigint;

CREATE TABLE public.secretariat (
    person_id bigint NOT NULL,
    edition_id bigint,
    added_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    invited_by bigint,
    accepted_at timestamp with time zone,
    declined_at timestamp with time zone,
    confirmed_by bigint,
    confirmed_at timestamp with time zone,
    end_asked_by bigint,
    end_asked_at timestamp with time zone,
    end_reason text DEFAULT ''::text NOT NULL,
    ended_by bigint,
    ended_at timestamp with time zone,
    in_force boolean GENERATED ALWAYS AS (((accepted_at IS NOT NULL) AND (declined_at IS NULL) AND (confirmed_at IS NOT NULL) AND (ended_at IS NULL))) STORED NOT NULL,
    CONSTRAINT secretariat_end_is_whole CHECK ((((end_asked_by IS NULL) = (end_asked_at IS NULL)) AND ((ended_by IS NULL) = (ended_at IS NULL)))),
    CONSTRAINT secretariat_end_reason_check CHECK ((length(end_reason) <= 20000)),
    CONSTRAINT secretariat_ends_by_two CHECK (((ended_at IS NULL) OR (accepted_at IS NULL) OR (ended_by = person_id) OR ((end_asked_by IS NOT NULL) AND (end_asked_by <> ended_by)))),
    CONSTRAINT secretariat_nobody_confirms_itself CHECK ((confirmed_by <> person_id))
);

ALTER TABLE ONLY public.secretariat FORCE ROW LEVEL SECURITY;

CREATE FUNCTION public.acts_for_edition(bigint) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (EXISTS (SELECT FROM public.secretariat s WHERE ((s.person_id = public.acting_person()) AND s.in_force AND ((s.edition_id IS NULL) OR (s.edition_id = $1)))));

CREATE FUNCTION public.acts_for_office() RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (EXISTS (SELECT FROM public.secretariat s WHERE ((s.person_id = public.acting_person()) AND s.in_force)));

CREATE TABLE public.edition (
    id bigint NOT NULL,
    slug text NOT NULL,
    ordinal integer NOT NULL,
    year integer NOT NULL,
    name text NOT NULL,
    theme text DEFAULT ''::text NOT NULL,
    organiser text DEFAULT ''::text NOT NULL,
    host text DEFAULT ''::text NOT NULL,
    zone text NOT NULL,
    state text DEFAULT 'planned'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    rule_set_id bigint,
    opens_at timestamp with time zone,
    closes_at timestamp with time zone,
    grace_minutes integer DEFAULT 0 NOT NULL,
    judging_opens_at timestamp with time zone,
    judging_closes_at timestamp with time zone,
    announce_at timestamp with time zone,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    announced_at timestamp with time zone,
    ceremony_on date,
    ceremony_event text DEFAULT ''::text NOT NULL,
    ceremony_place text DEFAULT ''::text NOT NULL,
    appeal_days integer DEFAULT 30 NOT NULL,
    demonstration boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    ready_at timestamp with time zone,
    front_page_since timestamp with time zone,
    CONSTRAINT edition_announced_has_instant CHECK ((((state <> ALL (ARRAY['announced'::text, 'archived'::text])) OR (announced_at IS NOT NULL)) AND ((announced_at IS NULL) OR (state = ANY (ARRAY['decided'::text, 'announced'::text, 'archived'::text]))))),
    CONSTRAINT edition_appeal_days_check CHECK (((appeal_days >= 0) AND (appeal_days <= 365))),
    CONSTRAINT edition_calendar_in_order CHECK ((((opens_at IS NULL) OR (closes_at IS NULL) OR (opens_at < closes_at)) AND ((closes_at IS NULL) OR (judging_closes_at IS NULL) OR (closes_at < judging_closes_at)) AND ((judging_opens_at IS NULL) OR (judging_closes_at IS NULL) OR (judging_opens_at < judging_closes_at)))),
    CONSTRAINT edition_grace_minutes_check CHECK (((grace_minutes >= 0) AND (grace_minutes <= 1440))),
    CONSTRAINT edition_opened_has_calendar CHECK (((state = ANY (ARRAY['planned'::text, 'cancelled'::text])) OR ((opens_at IS NOT NULL) AND (closes_at IS NOT NULL) AND (rule_set_id IS NOT NULL) AND (opened_at IS NOT NULL)))),
    CONSTRAINT edition_ordinal_check CHECK ((ordinal >= 1)),
    CONSTRAINT edition_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text)),
    CONSTRAINT edition_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'screening'::text, 'judging'::text, 'deliberation'::text, 'decided'::text, 'announced'::text, 'archived'::text, 'cancelled'::text]))),
    CONSTRAINT edition_year_check CHECK (((year >= 2000) AND (year <= 2999)))
);

ALTER TABLE ONLY public.edition FORCE ROW LEVEL SECURITY;

CREATE FUNCTION public.announced_editions() RETURNS SETOF bigint
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT e.id
    FROM public.edition e
   WHERE (e.announced_at IS NOT NULL);
END;

CREATE TABLE public.applicant (
    city_id bigint NOT NULL,
    person_id bigint NOT NULL,
    added_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    confirmed_at timestamp with time zone
);

ALTER TABLE ONLY public.applicant FORCE ROW LEVEL SECURITY;

CREATE FUNCTION public.city_has_applicants(city bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    RETURN ((public.acting_person() IS NOT NULL) AND (EXISTS (SELECT FROM public.applicant a WHERE ((a.city_id = city_has_applicants.city) AND (a.confirmed_at IS NOT NULL)))));

CREATE FUNCTION public.city_name_is_new() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    perform pg_advisory_xact_lock(hashtextextended('city name ' || new.country, 0));
    if exists (select from city c where c.country = new.country and c.id <> new.id and c.merged_into is null
               and c.parent_id is not distinct from new.parent_id
               and folded_name(c.official_name) = folded_name(new.official_name)) then
        raise exception 'this city is known under another spelling'
            using errcode = 'unique_violation', constraint = 'city_name_unique';
    end if;
    return null;
end
$$;

CREATE FUNCTION public.folded_name(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, regexp_replace(NORMALIZE(name, NFKD), '[\u0300-\u036f]'::text, ''::text, 'g'::text))), '[\s\u00a0\u2000-\u200f\u3000.,;:!?''’‘ʼʻ`´"“”()\[\]/_·‐‑‒–—―-]+'::text, ' '::text, 'g'::text));

CREATE FUNCTION public.folded_names(official text, printed text, country text, others text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT string_agg(DISTINCT public.folded_name(n.n), ' | '::text) AS string_agg FROM unnest((((folded_names.others || folded_names.official) || folded_names.printed) || folded_names.country)) n(n) WHERE (n.n <> ''::text));

CREATE FUNCTION public.name_stem(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN COALESCE(NULLIF(btrim(regexp_replace(regexp_replace(public.folded_name(name), '\m(the|of|and|city|town|municipality|municipal|metropolitan|special|autonomous|government|administration|council|district|prefecture|province|county|capital|hall|office|ville|mairie|commune|metropole|ciudad|ayuntamiento|alcaldia|municipio|municipalidad|prefeitura|camara|comune|citta|stadt|landeshauptstadt|gemeente|kommune|de|la|le|del|di|da|do)\M'::text, ''::text, 'g'::text), '\s+'::text, ' '::text, 'g'::text)), ''::text), public.folded_name(name));

CREATE FUNCTION public.name_stems(official text, printed text, others text[]) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT array_agg(DISTINCT public.name_stem(n.n)) AS array_agg FROM unnest(((name_stems.others || name_stems.official) || name_stems.printed)) n(n) WHERE (n.n <> ''::text));

CREATE TABLE public.city (
    id bigint NOT NULL,
    official_name text NOT NULL,
    printed_name text NOT NULL,
    country text NOT NULL,
    printed_country text NOT NULL,
    parent_id bigint,
    member boolean DEFAULT false NOT NULL,
    region text DEFAULT ''::text NOT NULL,
    proposed_by bigint,
    approved_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    other_names text[] DEFAULT '{}'::text[] NOT NULL,
    merged_into bigint,
    folded text GENERATED ALWAYS AS (public.folded_names(official_name, printed_name, printed_country, other_names)) STORED,
    stems text[] GENERATED ALWAYS AS (public.name_stems(official_name, printed_name, other_names)) STORED,
    CONSTRAINT city_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT city_not_its_own_parent CHECK (((parent_id IS NULL) OR (parent_id <> id))),
    CONSTRAINT city_not_merged_into_itself CHECK ((merged_into <> id)),
    CONSTRAINT city_official_name_check CHECK (((length(official_name) >= 1) AND (length(official_name) <= 2000))),
    CONSTRAINT city_other_names_check CHECK (((cardinality(other_names) <= 50) AND (length(array_to_string(other_names, ''::text)) <= 20000))),
    CONSTRAINT city_printed_country_check CHECK (((length(printed_country) >= 1) AND (length(printed_country) <= 2000))),
    CONSTRAINT city_printed_name_check CHECK (((length(printed_name) >= 1) AND (length(printed_name) <= 2000)))
);

ALTER TABLE ONLY public.city FORCE ROW LEVEL SECURITY;

CREATE FUNCTION public.city_named(country text, name text, parent bigint) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT c.id
    FROM public.city c
   WHERE ((c.country = city_named.country) AND (c.merged_into IS NULL) AND (NOT (c.parent_id IS DISTINCT FROM city_named.parent)) AND (public.folded_name(c.official_name) = public.folded_name(city_named.name)))
   ORDER BY c.id
  LIMIT 1;
END;

CREATE TABLE public.round (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    purpose text NOT NULL,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    CONSTRAINT round_number_check CHECK ((number >= 1)),
    CONSTRAINT round_purpose_check CHECK ((purpose = ANY (ARRAY['scoring'::text, 'finals'::text])))
);

ALTER TABLE ONLY public.round FORCE ROW LEVEL SECURITY;

CREATE FUNCTION public.closed_rounds() RETURNS SETOF bigint
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT r.id
    FROM public.round r
   WHERE (r.closed_at IS NOT NULL);
END;

CREATE FUNCTION public.credential_waits_for_confirmation() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    if not exists (select from person p where p.id = new.person_id and p.confirmed_at is not null) then
        raise exception 'a password belongs to a confirmed account'
            using errcode = 'check_violation', constraint = 'credential_waits_for_confirmation';
    end if;
    return new;
end
$$;

CREATE FUNCTION public.edition_is_announced(edition bigint) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (EXISTS (SELECT FROM public.edition e WHERE ((e.id = edition_is_announced.edition) AND (e.announced_at IS NOT NULL))));

CREATE TABLE public.rule_set (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    version integer NOT NULL,
    body text NOT NULL,
    hash bytea NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    created_by bigint,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    frozen_at timestamp with time zone,
    decision_id bigint,
    CONSTRAINT rule_set_hash_check CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY public.rule_set FORCE ROW LEVEL SECURITY;

CREATE FUNCTION public.editions_that_disclose(VARIADIC words text[]) RETURNS SETOF bigint
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT e.id
    FROM (public.edition e
      JOIN public.rule_set r ON ((r.id = e.rule_set_id)))
   WHERE ((e.state = 'decided'::text) AND (((r.body)::jsonb ->> 'disclosure'::text) = ANY (editions_that_disclose.words)));
END;

CREATE FUNCTION public.end_links_to_old_address() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    update mail_link set used_at = clock_timestamp() where person_id = new.id and used_at is null;
    return null;
end
$$;

CREATE FUNCTION public.end_sessions_with_the_right() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    who bigint := coalesce(new.person_id, old.person_id);  -- a right that is deleted has no new row
begin
    delete from session where person_id = who;
    update mail_link set used_at = clock_timestamp() where person_id = who and used_at is null;
    return null;
end
$$;

CREATE TABLE public.scorecard (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    round_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    rule_set_id bigint NOT NULL,
    entry_version integer NOT NULL,
    state text DEFAULT 'assigned'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    assigned_by bigint,
    explanation text DEFAULT ''::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    assigned_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    submitted_at timestamp with time zone,
    submitted_hash bytea,
    CONSTRAINT scorecard_left_has_reason CHECK (((state <> ALL (ARRAY['recused'::text, 'excused'::text, 'voided'::text])) OR (reason <> ''::text))),
    CONSTRAINT scorecard_state_check CHECK ((state = ANY (ARRAY['assigned'::text, 'in_progress'::text, 'submitted'::text, 'locked'::text, 'reopened'::text, 'recused'::text, 'excused'::text, 'voided'::text]))),
    CONSTRAINT scorecard_submitted_has_instant CHECK (((state <> ALL (ARRAY['submitted'::text, 'locked'::text, 'reopened'::text])) OR ((submitted_at IS NOT NULL) AND (submitted_hash IS NOT NULL))))
);

ALTER TABLE ONLY public.scorecard FORCE ROW LEVEL SECURITY;

CREATE FUNCTION public.has_locked_scores(edition bigint) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (EXISTS (SELECT FROM public.scorecard s WHERE ((s.edition_id = has_locked_scores.edition) AND (s.state = ANY (ARRAY['locked'::text, 'reopened'::text, 'voided'::text])))));

CREATE TABLE public.person (
    id bigint NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    language text DEFAULT 'en'::text NOT NULL,
    confirmed_at timestamp with time zone,
    disabled_at timestamp with time zone,
    demonstration boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    closed_address bytea,
    zone text,
    CONSTRAINT person_email_check CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 254)))),
    CONSTRAINT person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 2000))),
    CONSTRAINT person_zone_is_known CHECK (((zone = ''::text) OR (('1970-01-01 00:00:00+00'::timestamp with time zone AT TIME ZONE zone) IS NOT NULL)))
);

ALTER TABLE ONLY public.person FORCE ROW LEVEL SECURITY;

CREATE FUNCTION public.in_office_since(person bigint, edition bigint, since timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (EXISTS (SELECT FROM (public.secretariat s JOIN public.person p ON ((p.id = s.person_id))) WHERE ((s.person_id = in_office_since.person) AND ((s.edition_id IS NULL) OR (s.edition_id = in_office_since.edition)) AND s.in_force AND (GREATEST(s.accepted_at, s.confirmed_at) <= in_office_since.since) AND (p.disabled_at IS NULL))));

CREATE FUNCTION public.is_alone_in_office(edition bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    return not exists (select from secretariat s where s.in_force and s.person_id <> acting_person()
                       and (s.edition_id is null or s.edition_id = edition));
end
$$;

CREATE TABLE public.grave_act (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    act text NOT NULL,
    entry_id bigint,
    certificate_id bigint,
    reason text DEFAULT ''::text NOT NULL,
    present text DEFAULT ''::text NOT NULL,
    recused text DEFAULT ''::text NOT NULL,
    votes_for integer DEFAULT 0 NOT NULL,
    votes_against integer DEFAULT 0 NOT NULL,
    abstained integer DEFAULT 0 NOT NULL,
    public_note text DEFAULT ''::text NOT NULL,
    asked_by bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_after bigint NOT NULL,
    outcome text,
    word text DEFAULT ''::text NOT NULL,
    settled_by bigint,
    settled_at timestamp with time zone,
    confirmed_in xid8,
    CONSTRAINT grave_act_abstained_check CHECK ((abstained >= 0)),
    CONSTRAINT grave_act_act_check CHECK ((act = ANY (ARRAY['close_call'::text, 'close_judging'::text, 'withdraw_slate'::text, 'announce'::text, 'cancel'::text, 'revoke_award'::text, 'revoke_certificate'::text]))),
    CONSTRAINT grave_act_has_its_subject CHECK ((((act = 'revoke_award'::text) = (entry_id IS NOT NULL)) AND ((act = 'revoke_certificate'::text) = (certificate_id IS NOT NULL)))),
    CONSTRAINT grave_act_needs_two CHECK (((outcome IS DISTINCT FROM 'confirmed'::text) OR (settled_by <> asked_by))),
    CONSTRAINT grave_act_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'taken_back'::text, 'overtaken'::text]))),
    CONSTRAINT grave_act_present_check CHECK ((length(present) <= 100000)),
    CONSTRAINT grave_act_public_note_check CHECK ((length(public_note) <= 100000)),
    CONSTRAINT grave_act_reason_check CHECK ((length(reason) <= 100000)),
    CONSTRAINT grave_act_recused_check CHECK ((length(recused) <= 100000)),
    CONSTRAINT grave_act_settled_whole CHECK ((((outcome IS NULL) = (settled_by IS NULL)) AND ((outcome IS NULL) = (settled_at IS NULL)))),
    CONSTRAINT grave_act_votes_against_check CHECK ((votes_against >= 0)),
    CONSTRAINT grave_act_votes_for_check CHECK ((votes_for >= 0)),
    CONSTRAINT grave_act_word_check CHECK ((length(word) <= 20000))
);

ALTER TABLE ONLY public.grave_act FORCE ROW LEVEL SECURITY;

CREATE FUNCTION public.is_confirmed_by_two(wanted text, edition bigint, entry bigint, certificate bigint) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (EXISTS (SELECT FROM public.grave_act g WHERE ((g.edition_id = is_confirmed_by_two.edition) AND (g.act = is_confirmed_by_two.wanted) AND (NOT (g.entry_id IS DISTINCT FROM is_confirmed_by_two.entry)) AND (NOT (g.certificate_id IS DISTINCT FROM is_confirmed_by_two.certificate)) AND (g.outcome = 'confirmed'::text) AND (g.confirmed_in = pg_current_xact_id()) AND (g.settled_by = public.acting_person()) AND (g.settled_by <> g.asked_by) AND public.in_office_since(g.asked_by, g.edition_id, g.asked_at) AND public.in_office_since(g.settled_by, g.edition_id, g.asked_at))));

CREATE FUNCTION public.judge_who_declines_has_left() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if old.declined_at is null and new.declined_at is not null then
        new.left_at := new.declined_at;
        new.chair := false;
        new.version := old.version + 1;
    elsif new.declined_at is null and old.declined_at is not null then
        new.left_at := null;
        new.accepted_at := null;
        new.invited_at := clock_timestamp();
        new.version := old.version + 1;
    elsif new.terms_accepted_at is not null then
        new.accepted_at := coalesce(new.accepted_at, new.terms_accepted_at);
    end if;
    return new;
end
$$;

CREATE FUNCTION public.keep_answer_revision() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into public.answer_revision (entry_id, edition_id, question, value, version, key, saved_at, saved_by)
        values (new.entry_id, new.edition_id, new.question, new.value, new.version, new.key, new.saved_at, new.saved_by);
    return null;
end
$$;

CREATE FUNCTION public.letter_waits_for_announcement() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if exists (select from letter_occasion o where o.word = new.occasion and o.tells_the_result)
       and not exists (select from edition e where e.id = new.edition_id and e.state in ('announced', 'archived'))
    then
        raise exception 'a letter that tells the result waits for the announcement'
            using errcode = 'check_violation', constraint = 'letter_waits_for_announcement';
    end if;
    return null;
end;
$$;

CREATE FUNCTION public.merge_cities(duplicate bigint, kept bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    placed record;
    free integer;
begin
    if not acts_for_office() then
        raise exception 'only the secretariat merges cities' using errcode = 'insufficient_privilege';
    end if;
    -- In the order of their numbers, as every other taker of the two rows.
    perform from city where id in (duplicate, kept) order by id for update;
    if (select count(*) from city where id in (duplicate, kept) and merged_into is null) <> 2 or duplicate = kept
       or exists (select from city where id = kept and parent_id = duplicate) then
        raise exception 'these two cannot be merged' using errcode = 'check_violation', constraint = 'city_merges_once';
    end if;
    insert into applicant (city_id, person_id, added_at, confirmed_at)
        select kept, person_id, added_at, confirmed_at from applicant where city_id = duplicate
        on conflict (city_id, person_id) do update set confirmed_at = coalesce(applicant.confirmed_at, excluded.confirmed_at);
    delete from applicant where city_id = duplicate;
    -- Each entry that takes one of its city's places takes one that is free with the other (E1).
    for placed in select id, edition_id from entry where city_id = duplicate and place is not null order by id loop
        free := (select min(p.place) from entry_place p where p.edition_id = placed.edition_id
                 and not exists (select from entry o where o.edition_id = placed.edition_id and o.city_id = kept
                                                       and o.place = p.place));
        if free is null then
            raise exception 'together they have too many entries'
                using errcode = 'check_violation', constraint = 'city_merges_within_the_limit';
        end if;
        update entry set city_id = kept, place = free where id = placed.id;
    end loop;
    update entry set city_id = kept where city_id = duplicate;
    update extension set city_id = kept where city_id = duplicate;
    update judge set city_id = kept where city_id = duplicate;
    update prize set city_id = kept where city_id = duplicate;
    update relation set city_id = kept where city_id = duplicate;
    update city set parent_id = kept where parent_id = duplicate;
    update city c set merged_into = kept, version = c.version + 1 where c.id = duplicate;
    update city c set merged_into = kept where c.merged_into = duplicate;
    update city c set version = c.version + 1, member = c.member or d.member,
        approved_at = coalesce(c.approved_at, d.approved_at),
        other_names = (select coalesce(array_agg(n.name order by n.at), '{}') from (
            select distinct on (folded_name(name)) name, at
            from unnest(c.other_names || d.official_name || d.printed_name || d.other_names) with ordinality as o (name, at)
            where folded_name(name) not in (folded_name(c.official_name), folded_name(c.printed_name))
            order by folded_name(name), at) as n)
        from city d where c.id = kept and d.id = duplicate;
end
$$;

CREATE FUNCTION public.my_barred_entries() RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    return query select c.entry_id from conflict c join judge j on j.id = c.judge_id
                 where c.bars and j.person_id = acting_person() and j.left_at is null
                 union
                 select e.id from entry e join applicant a on a.city_id = e.city_id
                 where a.person_id = acting_person();
end
$$;

CREATE FUNCTION public.my_cities() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT applicant.city_id
    FROM public.applicant
   WHERE ((applicant.person_id = public.acting_person()) AND (applicant.confirmed_at IS NOT NULL));
END;

CREATE FUNCTION public.my_clear_entries() RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    return query select d.entry_id from declaration d join judge j on j.id = d.judge_id
                 where not d.has_conflict and j.person_id = acting_person() and j.left_at is null
                   and d.entry_id not in (select b from my_barred_entries() b);
end
$$;

CREATE FUNCTION public.my_clear_entries_that_stand() RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    return query select e.id from entry e
                 where e.id in (select c from my_clear_entries() c) and e.state not in ('withdrawn', 'ineligible');
end
$$;

CREATE FUNCTION public.my_closed_rounds() RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    return query select r.id from round r join judge j on j.edition_id = r.edition_id
                 where r.closed_at is not null and j.person_id = acting_person() and j.left_at is null;
end
$$;

CREATE TABLE public.entry (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    city_id bigint NOT NULL,
    category_id bigint NOT NULL,
    number integer,
    place smallint,
    title text DEFAULT ''::text NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    sealed_state text,
    version integer DEFAULT 1 NOT NULL,
    third_party boolean DEFAULT false NOT NULL,
    provider_name text DEFAULT ''::text NOT NULL,
    flag text DEFAULT ''::text NOT NULL,
    returned_reason text DEFAULT ''::text NOT NULL,
    return_due_at timestamp with time zone,
    closing_reason text DEFAULT ''::text NOT NULL,
    created_by bigint,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    submitted_at timestamp with time zone,
    current_version integer,
    CONSTRAINT entry_returned_has_due_date CHECK (((state <> 'returned'::text) OR (return_due_at IS NOT NULL))),
    CONSTRAINT entry_sealed_state_check CHECK ((sealed_state = ANY (ARRAY['awarded'::text, 'not_awarded'::text, 'revoked'::text, 'withdrawn'::text]))),
    CONSTRAINT entry_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'eligible'::text, 'ineligible'::text, 'withdrawn'::text, 'lapsed'::text, 'awarded'::text, 'not_awarded'::text, 'revoked'::text]))),
    CONSTRAINT entry_submitted_is_whole CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text, 'lapsed'::text])) OR ((submitted_at IS NOT NULL) AND (number IS NOT NULL) AND (current_version IS NOT NULL)))),
    CONSTRAINT entry_withdrawn_gives_place_back CHECK (((state <> ALL (ARRAY['withdrawn'::text, 'lapsed'::text])) OR (place IS NULL)))
);

ALTER TABLE ONLY public.entry FORCE ROW LEVEL SECURITY;

CREATE FUNCTION public.my_entries() RETURNS SETOF bigint
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT entry.id
    FROM public.entry
   WHERE (entry.city_id IN ( SELECT public.my_cities() AS my_cities));
END;

CREATE FUNCTION public.my_judges() RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    return query select j.id from judge j where j.person_id = acting_person() and j.left_at is null;
end
$$;

CREATE FUNCTION public.my_panels() RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    return query select j.edition_id from judge j where j.person_id = acting_person() and j.left_at is null;
end
$$;

CREATE FUNCTION public.my_panels_in_standing() RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    return query select j.edition_id from judge j where j.person_id = acting_person() and j.left_at is null
                    and j.identity_checked_at is not null and j.terms_accepted_at is not null;
end
$$;

CREATE FUNCTION public.next_entry_number(edition bigint) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT pg_advisory_xact_lock(20141, (edition)::integer) AS pg_advisory_xact_lock;
 SELECT
         CASE
             WHEN (public.acting_person() IS NOT NULL) THEN (COALESCE(max(entry.number), 0) + 1)
             ELSE NULL::integer
         END AS "case"
    FROM public.entry
   WHERE (entry.edition_id = next_entry_number.edition);
END;

CREATE FUNCTION public.not_about_the_own_city() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    if cast(to_jsonb(new) ->> tg_argv[0] as bigint) in (select own_cities()) then
        raise exception 'nobody of the secretariat decides about the own city'
            using errcode = 'check_violation', constraint = 'not_about_the_own_city';
    end if;
    return new;
end
$$;

CREATE FUNCTION public.note_confirming_transaction() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    new.confirmed_in := pg_current_xact_id();
    return new;
end
$$;

CREATE FUNCTION public.office_editions() RETURNS SETOF bigint
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT e.id
    FROM public.edition e
   WHERE public.acts_for_edition(e.id);
END;

CREATE FUNCTION public.only_what_was_proposed_is_taken_back() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if new.takes_back is not null
       and not exists (select from public.decision d join public.edition e on e.id = d.edition_id
                       where d.id = new.takes_back and e.state = 'deliberation'
                         and d.kind in ('shortlist', 'second_ballot', 'chair_choice', 'tie_order', 'withholding',
                                        'sharing', 'winner_withdrawal')) then
        raise exception 'this decision cannot be taken back' using errcode = 'check_violation',
            constraint = 'decision_can_be_taken_back';
    end if;
    return null;
end
$$;

CREATE FUNCTION public.own_cities() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT applicant.city_id
    FROM public.applicant
   WHERE (applicant.person_id = public.acting_person());
END;

CREATE FUNCTION public.prize_is_shared_by_decision() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if exists (select from public.decision d where d.id = new.decision_id and d.kind = 'promotion'
               and not cast(cast(d.body as jsonb) ->> 'shared' as boolean))
       and exists (select from public.prize o where o.edition_id = new.edition_id and o.category_id = new.category_id
                   and o.tier_id = new.tier_id and o.place = new.place and o.id <> new.id and o.state = 'given'
                   and not o.withheld) then
        raise exception 'somebody holds this prize' using errcode = 'check_violation',
            constraint = 'prize_is_shared_by_decision';
    end if;
    return null;
end
$$;

CREATE FUNCTION public.refuse_unknown_audit_word() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.replace_invitation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    update mail_link set used_at = clock_timestamp()
        where person_id = new.person_id and purpose = new.purpose and details = new.details and used_at is null;
    return new;
end
$$;

CREATE FUNCTION public.round_is_closed(round bigint) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (EXISTS (SELECT FROM public.round r WHERE ((r.id = round_is_closed.round) AND (r.closed_at IS NOT NULL))));

CREATE FUNCTION public.secretariat_changes_by_its_own() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    if (new.confirmed_at is distinct from old.confirmed_at
        and (old.confirmed_at is not null or new.confirmed_by is distinct from acting_person()
             or (new.confirmed_by = new.invited_by and not is_alone_in_office(new.edition_id))))
       or (new.end_asked_by is distinct from old.end_asked_by
           and (new.end_asked_by is distinct from acting_person() and new.end_asked_by is not null))
       or (new.ended_at is distinct from old.ended_at and new.ended_by is distinct from acting_person())
    then
        raise exception 'somebody else confirms and ends a membership'
            using errcode = 'check_violation', constraint = 'secretariat_by_two_people';
    end if;
    return new;
end
$$;

CREATE FUNCTION public.settle_letters_of_link() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
begin
    update letter set state = 'settled', facts = without_tokens(facts), lease_until = null
        where person_id = new.person_id and state in ('queued', 'failed')
          and exists (select from regexp_matches(facts, '/([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])', 'g') as held(token)
                      where sha256(convert_to(held.token[1], 'UTF8')) = new.token_hash);
    return null;
end
$$;

CREATE FUNCTION public.two_people_move_an_edition() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    wanted text := case
        when new.state = 'cancelled' then case when old.state <> 'planned' then 'cancel' end
        when old.state = 'open' then case when clock_timestamp() < old.closes_at then 'close_call' end
        when old.state = 'judging' then 'close_judging'
        when old.state = 'decided' then case when new.state in ('announced', 'archived') then 'announce'
                                             else 'withdraw_slate' end
        when old.state not in ('announced', 'archived') and new.state in ('announced', 'archived') then 'announce' end;
begin
    if wanted is not null and not is_confirmed_by_two(wanted, new.id, null, null) then
        raise exception 'two people have to do this: %', wanted using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

CREATE FUNCTION public.two_people_revoke_a_certificate() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if not is_confirmed_by_two('revoke_certificate', new.edition_id, null, new.id)
       and not (new.entry_id is not null and is_confirmed_by_two('revoke_award', new.edition_id, new.entry_id, null)) then
        raise exception 'two people have to do this: revoke_certificate' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

CREATE FUNCTION public.two_people_revoke_an_award() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if not is_confirmed_by_two('revoke_award', new.edition_id, new.id, null) then
        raise exception 'two people have to do this: revoke_award' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

CREATE FUNCTION public.without_tokens(content text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog'
    RETURN regexp_replace(content, '/[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])'::text, '/…'::text, 'g'::text);

CREATE TABLE public.amendment (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    adds_tier boolean NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    per_category integer NOT NULL,
    reason text NOT NULL,
    present text DEFAULT ''::text NOT NULL,
    recused text DEFAULT ''::text NOT NULL,
    votes_for integer DEFAULT 0 NOT NULL,
    votes_against integer DEFAULT 0 NOT NULL,
    abstained integer DEFAULT 0 NOT NULL,
    public_note text DEFAULT ''::text NOT NULL,
    proposed_by bigint NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    outcome text,
    settled_by bigint,
    settled_at timestamp with time zone,
    decision_id bigint,
    CONSTRAINT amendment_abstained_check CHECK ((abstained >= 0)),
    CONSTRAINT amendment_key_check CHECK ((key ~ '^[a-z0-9_]{1,40}$'::text)),
    CONSTRAINT amendment_name_check CHECK (((length(name) >= 1) AND (length(name) <= 1200))),
    CONSTRAINT amendment_needs_two CHECK (((outcome IS DISTINCT FROM 'confirmed'::text) OR (settled_by <> proposed_by))),
    CONSTRAINT amendment_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'rejected'::text]))),
    CONSTRAINT amendment_per_category_check CHECK (((per_category >= 1) AND (per_category <= 20))),
    CONSTRAINT amendment_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 100000))),
    CONSTRAINT amendment_settled_whole CHECK ((((outcome IS NULL) = (settled_by IS NULL)) AND ((outcome IS NULL) = (settled_at IS NULL)) AND ((NOT (outcome IS DISTINCT FROM 'confirmed'::text)) = (decision_id IS NOT NULL)))),
    CONSTRAINT amendment_votes_against_check CHECK ((votes_against >= 0)),
    CONSTRAINT amendment_votes_for_check CHECK ((votes_for >= 0))
);

ALTER TABLE ONLY public.amendment FORCE ROW LEVEL SECURITY;

ALTER TABLE public.amendment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.amendment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.answer (
    entry_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    question text NOT NULL,
    value text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    saved_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    saved_by bigint,
    key text,
    CONSTRAINT answer_key_check CHECK ((key ~ '^[A-Za-z0-9-]{8,64}$'::text)),
    CONSTRAINT answer_question_check CHECK ((question ~ '^[a-z0-9_]{1,60}$'::text)),
    CONSTRAINT answer_value_check CHECK (((length(value) >= 0) AND (length(value) <= 200000)))
);

ALTER TABLE ONLY public.answer FORCE ROW LEVEL SECURITY;

CREATE TABLE public.answer_revision (
    id bigint NOT NULL,
    entry_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    question text NOT NULL,
    value text NOT NULL,
    version integer NOT NULL,
    refused boolean DEFAULT false NOT NULL,
    key text,
    saved_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    saved_by bigint,
    CONSTRAINT answer_revision_key_check CHECK ((key ~ '^[A-Za-z0-9-]{8,64}$'::text)),
    CONSTRAINT answer_revision_question_check CHECK ((question ~ '^[a-z0-9_]{1,60}$'::text)),
    CONSTRAINT answer_revision_value_check CHECK ((length(value) <= 40000))
);

ALTER TABLE ONLY public.answer_revision FORCE ROW LEVEL SECURITY;

ALTER TABLE public.answer_revision ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.answer_revision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.appeal (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    ground text NOT NULL,
    body text NOT NULL,
    lodged_by bigint NOT NULL,
    lodged_at timestamp with time zone NOT NULL,
    outcome text,
    answer text DEFAULT ''::text NOT NULL,
    decision_id bigint,
    settled_by bigint,
    settled_at timestamp with time zone,
    CONSTRAINT appeal_body_check CHECK (((length(body) >= 1) AND (length(body) <= 200000))),
    CONSTRAINT appeal_ground_check CHECK ((ground = ANY (ARRAY['procedure'::text, 'fact'::text]))),
    CONSTRAINT appeal_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'dismissed'::text]))),
    CONSTRAINT appeal_settled_whole CHECK ((((outcome IS NULL) = (settled_at IS NULL)) AND ((outcome IS NULL) = (settled_by IS NULL)) AND ((outcome IS NULL) = (decision_id IS NULL))))
);

ALTER TABLE ONLY public.appeal FORCE ROW LEVEL SECURITY;

ALTER TABLE public.appeal ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.appeal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.attachment (
    id bigint NOT NULL,
    entry_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    purpose text DEFAULT 'supporting'::text NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size bigint NOT NULL,
    received bigint DEFAULT 0 NOT NULL,
    hash bytea,
    state text DEFAULT 'uploading'::text NOT NULL,
    added_by bigint,
    added_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    source text,
    CONSTRAINT attachment_check CHECK (((received >= 0) AND (received <= size))),
    CONSTRAINT attachment_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT attachment_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text, 'unknown'::text]))),
    CONSTRAINT attachment_name_check CHECK (((length(name) >= 1) AND (length(name) <= 2550))),
    CONSTRAINT attachment_purpose_check CHECK ((purpose = ANY (ARRAY['supporting'::text, 'approval_letter'::text]))),
    CONSTRAINT attachment_size_check CHECK ((size >= 0)),
    CONSTRAINT attachment_source_check CHECK (((length(source) >= 1) AND (length(source) <= 3000))),
    CONSTRAINT attachment_state_check CHECK ((state = ANY (ARRAY['uploading'::text, 'stored'::text, 'removed'::text]))),
    CONSTRAINT attachment_stored_is_whole CHECK (((state <> 'stored'::text) OR ((received = size) AND (hash IS NOT NULL) AND (media_type <> 'unknown'::text))))
);

ALTER TABLE ONLY public.attachment FORCE ROW LEVEL SECURITY;

CREATE TABLE public.attachment_chunk (
    attachment_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    start bigint NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT attachment_chunk_bytes_check CHECK (((length(bytes) >= 1) AND (length(bytes) <= 1048576))),
    CONSTRAINT attachment_chunk_start_check CHECK ((start >= 0))
);
ALTER TABLE ONLY public.attachment_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

ALTER TABLE ONLY public.attachment_chunk FORCE ROW LEVEL SECURITY;

ALTER TABLE public.attachment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_event (
    id bigint NOT NULL,
    edition_id bigint,
    happened_at timestamp with time zone NOT NULL,
    actor_id bigint,
    actor_role text NOT NULL,
    subject text NOT NULL,
    subject_id bigint NOT NULL,
    action text NOT NULL,
    machine text,
    from_state text,
    to_state text,
    body text NOT NULL,
    salt bytea NOT NULL,
    leaf_hash bytea NOT NULL,
    CONSTRAINT audit_event_leaf_hash_check CHECK ((length(leaf_hash) = 32)),
    CONSTRAINT audit_event_move_is_whole CHECK ((((machine IS NULL) = (from_state IS NULL)) AND ((machine IS NULL) = (to_state IS NULL)))),
    CONSTRAINT audit_event_salt_check CHECK ((length(salt) = 16))
);

ALTER TABLE ONLY public.audit_event FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_word (
    part text NOT NULL,
    word text NOT NULL,
    CONSTRAINT audit_word_part_check CHECK ((part = ANY (ARRAY['subject'::text, 'action'::text])))
);

ALTER TABLE ONLY public.audit_word FORCE ROW LEVEL SECURITY;

CREATE TABLE public.category (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    key text NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    CONSTRAINT category_key_check CHECK ((key ~ '^[a-z0-9_]{1,40}$'::text)),
    CONSTRAINT category_name_check CHECK (((length(name) >= 1) AND (length(name) <= 1200)))
);

ALTER TABLE ONLY public.category FORCE ROW LEVEL SECURITY;

ALTER TABLE public.category ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.category_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.certificate (
    id bigint NOT NULL,
    serial text NOT NULL,
    edition_id bigint NOT NULL,
    kind text NOT NULL,
    entry_id bigint,
    judge_id bigint,
    prize_id bigint,
    body text NOT NULL,
    issued_on date NOT NULL,
    state text DEFAULT 'issued'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    superseded_by bigint,
    reason text DEFAULT ''::text NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT certificate_for_someone CHECK (((entry_id IS NULL) <> (judge_id IS NULL))),
    CONSTRAINT certificate_kind_check CHECK ((kind = ANY (ARRAY['winner'::text, 'finalist'::text, 'participant'::text, 'judge'::text]))),
    CONSTRAINT certificate_serial_check CHECK (((length(serial) >= 20) AND (length(serial) <= 40))),
    CONSTRAINT certificate_state_check CHECK ((state = ANY (ARRAY['issued'::text, 'superseded'::text, 'revoked'::text]))),
    CONSTRAINT certificate_superseded_names_next CHECK (((state = 'superseded'::text) = (superseded_by IS NOT NULL)))
);

ALTER TABLE ONLY public.certificate FORCE ROW LEVEL SECURITY;

ALTER TABLE public.certificate ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.certificate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.city ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.city_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.conflict (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    kind text NOT NULL,
    explanation text NOT NULL,
    bars boolean DEFAULT true NOT NULL,
    found_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    found_by bigint,
    lifted_at timestamp with time zone,
    CONSTRAINT conflict_lifted_bars_nobody CHECK (((lifted_at IS NULL) OR (NOT bars)))
);

ALTER TABLE ONLY public.conflict FORCE ROW LEVEL SECURITY;

ALTER TABLE public.conflict ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.conflict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.credential (
    person_id bigint NOT NULL,
    password_hash text,
    totp_secret bytea,
    totp_active_at timestamp with time zone,
    totp_last_step bigint DEFAULT 0 NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE ONLY public.credential FORCE ROW LEVEL SECURITY;

CREATE TABLE public.decision (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    kind text NOT NULL,
    reason text NOT NULL,
    present text DEFAULT ''::text NOT NULL,
    recused text DEFAULT ''::text NOT NULL,
    votes_for integer DEFAULT 0 NOT NULL,
    votes_against integer DEFAULT 0 NOT NULL,
    abstained integer DEFAULT 0 NOT NULL,
    public_note text DEFAULT ''::text NOT NULL,
    body text DEFAULT '{}'::text NOT NULL,
    made_by bigint,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    takes_back bigint GENERATED ALWAYS AS (
CASE
    WHEN (kind = 'taking_back'::text) THEN (((body)::jsonb ->> 'decision'::text))::bigint
    ELSE NULL::bigint
END) STORED,
    CONSTRAINT decision_abstained_check CHECK ((abstained >= 0)),
    CONSTRAINT decision_kind_check CHECK ((kind = ANY (ARRAY['eligibility'::text, 'shortlist'::text, 'deadline_change'::text, 'category_move'::text, 'category_merge'::text, 'tier_creation'::text, 'rule_change'::text, 'second_ballot'::text, 'chair_choice'::text, 'tie_order'::text, 'withholding'::text, 'withholding_lifted'::text, 'sharing'::text, 'winner_withdrawal'::text, 'taking_back'::text, 'scorecard_reopening'::text, 'scorecard_relocking'::text, 'scorecard_voiding'::text, 'revocation'::text, 'promotion'::text, 'name_correction'::text, 'appeal'::text, 'other'::text]))),
    CONSTRAINT decision_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 100000))),
    CONSTRAINT decision_takes_one_back CHECK (((kind = 'taking_back'::text) = (takes_back IS NOT NULL))),
    CONSTRAINT decision_votes_against_check CHECK ((votes_against >= 0)),
    CONSTRAINT decision_votes_for_check CHECK ((votes_for >= 0))
);

ALTER TABLE ONLY public.decision FORCE ROW LEVEL SECURITY;

ALTER TABLE public.decision ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.decision_relied_on (
    decision_id bigint NOT NULL,
    tally_run_id bigint NOT NULL,
    edition_id bigint NOT NULL
);

ALTER TABLE ONLY public.decision_relied_on FORCE ROW LEVEL SECURITY;

CREATE TABLE public.declaration (
    judge_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    has_conflict boolean NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    typed_name text NOT NULL,
    declared_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT declaration_reason_check CHECK (((length(reason) >= 0) AND (length(reason) <= 20000))),
    CONSTRAINT declaration_typed_name_check CHECK (((length(typed_name) >= 1) AND (length(typed_name) <= 2000)))
);

ALTER TABLE ONLY public.declaration FORCE ROW LEVEL SECURITY;

CREATE TABLE public.deliberation_note (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    round_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    judge_id bigint,
    person_id bigint NOT NULL,
    body text NOT NULL,
    written_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT deliberation_note_body_check CHECK (((length(body) >= 1) AND (length(body) <= 100000)))
);

ALTER TABLE ONLY public.deliberation_note FORCE ROW LEVEL SECURITY;

ALTER TABLE public.deliberation_note ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.deliberation_note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.disclosed_comment (
    entry_id bigint NOT NULL,
    round_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    number integer NOT NULL,
    body text NOT NULL,
    CONSTRAINT disclosed_comment_body_check CHECK ((body <> ''::text)),
    CONSTRAINT disclosed_comment_number_check CHECK ((number >= 1))
);

ALTER TABLE ONLY public.disclosed_comment FORCE ROW LEVEL SECURITY;

CREATE TABLE public.disclosed_score (
    entry_id bigint NOT NULL,
    round_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    round text NOT NULL,
    round_number integer NOT NULL,
    place integer,
    of_entries integer NOT NULL,
    value text,
    highest text NOT NULL,
    lowest text NOT NULL,
    criteria text NOT NULL,
    to_everybody boolean NOT NULL,
    category_id bigint NOT NULL,
    title text NOT NULL,
    printed_city text NOT NULL,
    printed_country text NOT NULL,
    CONSTRAINT disclosed_score_of_entries_check CHECK ((of_entries >= 0)),
    CONSTRAINT disclosed_score_place_check CHECK ((place >= 1))
);

ALTER TABLE ONLY public.disclosed_score FORCE ROW LEVEL SECURITY;

ALTER TABLE public.edition ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.entry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.entry_place (
    edition_id bigint NOT NULL,
    place smallint NOT NULL,
    CONSTRAINT entry_place_place_check CHECK ((place >= 1))
);

ALTER TABLE ONLY public.entry_place FORCE ROW LEVEL SECURITY;

CREATE TABLE public.entry_version (
    entry_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    number integer NOT NULL,
    body text NOT NULL,
    hash bytea NOT NULL,
    submitted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    submitted_by bigint,
    CONSTRAINT entry_version_hash_check CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY public.entry_version FORCE ROW LEVEL SECURITY;

CREATE TABLE public.extension (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    city_id bigint NOT NULL,
    until timestamp with time zone NOT NULL,
    reason text NOT NULL,
    granted_by bigint,
    granted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT extension_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 20000)))
);

ALTER TABLE ONLY public.extension FORCE ROW LEVEL SECURITY;

ALTER TABLE public.extension ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.extension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.factor_reset (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    person_id bigint NOT NULL,
    reason text NOT NULL,
    asked_by bigint NOT NULL,
    asked_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    outcome text,
    settled_by bigint,
    settled_at timestamp with time zone,
    CONSTRAINT factor_reset_is_settled CHECK ((((outcome IS NULL) = (settled_by IS NULL)) AND ((outcome IS NULL) = (settled_at IS NULL)))),
    CONSTRAINT factor_reset_needs_two CHECK (((outcome IS DISTINCT FROM 'approved'::text) OR (settled_by <> asked_by))),
    CONSTRAINT factor_reset_of_another CHECK (((asked_by <> person_id) AND (settled_by IS DISTINCT FROM person_id))),
    CONSTRAINT factor_reset_outcome_check CHECK ((outcome = ANY (ARRAY['approved'::text, 'declined'::text]))),
    CONSTRAINT factor_reset_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 20000)))
);

ALTER TABLE ONLY public.factor_reset FORCE ROW LEVEL SECURITY;

ALTER TABLE public.factor_reset ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.factor_reset_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.grave_act ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.grave_act_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.judge (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    person_id bigint NOT NULL,
    name text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    affiliation text DEFAULT ''::text NOT NULL,
    country text NOT NULL,
    employment_country text,
    city_id bigint,
    chair boolean DEFAULT false NOT NULL,
    alternate boolean DEFAULT false NOT NULL,
    capacity integer,
    expertise text DEFAULT ''::text NOT NULL,
    identity_checked_at timestamp with time zone,
    identity_checked_by bigint,
    invited_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    terms_accepted_at timestamp with time zone,
    terms_name text DEFAULT ''::text NOT NULL,
    left_at timestamp with time zone,
    left_reason text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    accepted_at timestamp with time zone,
    declined_at timestamp with time zone,
    CONSTRAINT judge_answers_once CHECK (((declined_at IS NULL) OR (terms_accepted_at IS NULL))),
    CONSTRAINT judge_capacity_check CHECK (((capacity >= 1) AND (capacity <= 10000))),
    CONSTRAINT judge_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT judge_employment_country_check CHECK ((employment_country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT judge_terms_have_name CHECK (((terms_accepted_at IS NULL) OR (terms_name <> ''::text)))
);

ALTER TABLE ONLY public.judge FORCE ROW LEVEL SECURITY;

ALTER TABLE public.judge ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.judge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.known_device (
    token_hash bytea NOT NULL,
    person_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE ONLY public.known_device FORCE ROW LEVEL SECURITY;

CREATE TABLE public.late_refusal (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    person_id bigint NOT NULL,
    refused_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    deadline timestamp with time zone NOT NULL,
    hash bytea NOT NULL
);

ALTER TABLE ONLY public.late_refusal FORCE ROW LEVEL SECURITY;

ALTER TABLE public.late_refusal ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.late_refusal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.letter (
    id bigint NOT NULL,
    edition_id bigint,
    occasion text NOT NULL,
    cause text NOT NULL,
    person_id bigint,
    to_name text NOT NULL,
    to_address text NOT NULL,
    language text DEFAULT 'en'::text NOT NULL,
    facts text NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_attempt_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    lease_until timestamp with time zone,
    last_error text DEFAULT ''::text NOT NULL,
    queued_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    accepted_at timestamp with time zone,
    CONSTRAINT letter_sent_holds_no_token CHECK (((state <> ALL (ARRAY['accepted'::text, 'settled'::text])) OR (facts !~ '/[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])'::text))),
    CONSTRAINT letter_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'leased'::text, 'accepted'::text, 'failed'::text, 'settled'::text])))
);

ALTER TABLE ONLY public.letter FORCE ROW LEVEL SECURITY;

ALTER TABLE public.letter ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.letter_occasion (
    word text NOT NULL,
    tells_the_result boolean NOT NULL
);

ALTER TABLE ONLY public.letter_occasion FORCE ROW LEVEL SECURITY;

CREATE TABLE public.lifecycle_edge (
    machine text NOT NULL,
    from_state text NOT NULL,
    action text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE ONLY public.lifecycle_edge FORCE ROW LEVEL SECURITY;

CREATE TABLE public.mail_link (
    token_hash bytea NOT NULL,
    purpose text NOT NULL,
    person_id bigint,
    details text DEFAULT '{}'::text NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT mail_link_purpose_check CHECK ((purpose = ANY (ARRAY['confirm_address'::text, 'reset_password'::text, 'invitation'::text, 'change_address'::text, 'first_secretariat'::text, 'second_factor_reset'::text])))
);

ALTER TABLE ONLY public.mail_link FORCE ROW LEVEL SECURITY;

CREATE TABLE public.migration (
    name text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE ONLY public.migration FORCE ROW LEVEL SECURITY;

ALTER TABLE public.person ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.prize (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    category_id bigint NOT NULL,
    tier_id bigint NOT NULL,
    place integer NOT NULL,
    entry_id bigint,
    city_id bigint,
    printed_city text DEFAULT ''::text NOT NULL,
    printed_country text DEFAULT ''::text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    summary text DEFAULT ''::text NOT NULL,
    withheld boolean DEFAULT false NOT NULL,
    state text DEFAULT 'given'::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    decision_id bigint,
    CONSTRAINT prize_state_check CHECK ((state = ANY (ARRAY['given'::text, 'revoked'::text])))
);

ALTER TABLE ONLY public.prize FORCE ROW LEVEL SECURITY;

ALTER TABLE public.prize ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.prize_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.rate_bucket (
    key text NOT NULL,
    tokens double precision NOT NULL,
    updated_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.rate_bucket FORCE ROW LEVEL SECURITY;

CREATE TABLE public.recovery_code (
    person_id bigint NOT NULL,
    code_hash bytea NOT NULL,
    used_at timestamp with time zone
);

ALTER TABLE ONLY public.recovery_code FORCE ROW LEVEL SECURITY;

CREATE TABLE public.relation (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    city_id bigint NOT NULL,
    note text NOT NULL,
    recorded_by bigint,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT relation_note_check CHECK (((length(note) >= 1) AND (length(note) <= 20000)))
);

ALTER TABLE ONLY public.relation FORCE ROW LEVEL SECURITY;

ALTER TABLE public.relation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.relation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.result_recipient (
    edition_id bigint NOT NULL,
    slate_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    person_id bigint,
    won boolean NOT NULL,
    contact text,
    CONSTRAINT result_recipient_is_one CHECK (((person_id IS NULL) <> (contact IS NULL)))
);

ALTER TABLE ONLY public.result_recipient FORCE ROW LEVEL SECURITY;

CREATE TABLE public.round_entry (
    round_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    edition_id bigint NOT NULL
);

ALTER TABLE ONLY public.round_entry FORCE ROW LEVEL SECURITY;

ALTER TABLE public.round ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.round_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.rule_set ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.rule_set_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.score (
    scorecard_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    criterion text NOT NULL,
    value smallint,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT score_criterion_check CHECK ((criterion ~ '^[a-z0-9_]{1,60}$'::text)),
    CONSTRAINT score_reason_check CHECK (((length(reason) >= 0) AND (length(reason) <= 20000)))
);

ALTER TABLE ONLY public.score FORCE ROW LEVEL SECURITY;

CREATE TABLE public.score_delta (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    scorecard_id bigint NOT NULL,
    criterion text NOT NULL,
    from_value smallint,
    to_value smallint NOT NULL,
    reason text NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT score_delta_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 20000)))
);

ALTER TABLE ONLY public.score_delta FORCE ROW LEVEL SECURITY;

ALTER TABLE public.score_delta ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.score_delta_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.scorecard_comment (
    scorecard_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    reader text NOT NULL,
    body text NOT NULL,
    CONSTRAINT scorecard_comment_body_check CHECK (((length(body) >= 0) AND (length(body) <= 100000))),
    CONSTRAINT scorecard_comment_reader_check CHECK ((reader = ANY (ARRAY['city'::text, 'panel'::text])))
);

ALTER TABLE ONLY public.scorecard_comment FORCE ROW LEVEL SECURITY;

ALTER TABLE public.scorecard ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.scorecard_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.scorecard_revision (
    scorecard_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    version integer NOT NULL,
    body text NOT NULL,
    saved_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    key text,
    CONSTRAINT scorecard_revision_key_check CHECK ((key ~ '^[A-Za-z0-9-]{8,64}$'::text))
);

ALTER TABLE ONLY public.scorecard_revision FORCE ROW LEVEL SECURITY;

CREATE TABLE public.screening_check (
    entry_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    item text NOT NULL,
    passed boolean NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    checked_by bigint,
    checked_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT screening_check_item_check CHECK ((item ~ '^[a-z0-9_]{1,60}$'::text)),
    CONSTRAINT screening_check_note_check CHECK (((length(note) >= 0) AND (length(note) <= 20000)))
);

ALTER TABLE ONLY public.screening_check FORCE ROW LEVEL SECURITY;

CREATE TABLE public.sealed_input (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    round_id bigint NOT NULL,
    body text NOT NULL,
    hash bytea NOT NULL,
    sealed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT sealed_input_hash_check CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY public.sealed_input FORCE ROW LEVEL SECURITY;

ALTER TABLE public.sealed_input ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sealed_input_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sent_form (
    fingerprint bytea NOT NULL,
    location text,
    notice text,
    sent_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT sent_form_fingerprint_check CHECK ((length(fingerprint) = 32)),
    CONSTRAINT sent_form_location_check CHECK ((location ~ '^/'::text))
);

ALTER TABLE ONLY public.sent_form FORCE ROW LEVEL SECURITY;

CREATE TABLE public.session (
    token_hash bytea NOT NULL,
    person_id bigint NOT NULL,
    second_factor_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    seen_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL,
    resets_factor boolean DEFAULT false NOT NULL
);

ALTER TABLE ONLY public.session FORCE ROW LEVEL SECURITY;

CREATE TABLE public.slate (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    version integer NOT NULL,
    tally_run_id bigint NOT NULL,
    state text DEFAULT 'proposed'::text NOT NULL,
    hash bytea,
    created_by bigint,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    ratified_at timestamp with time zone,
    recipients_hash bytea,
    CONSTRAINT slate_ratified_is_sealed CHECK (((state <> 'ratified'::text) OR ((hash IS NOT NULL) AND (ratified_at IS NOT NULL)))),
    CONSTRAINT slate_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'ratified'::text, 'withdrawn'::text])))
);

ALTER TABLE ONLY public.slate FORCE ROW LEVEL SECURITY;

CREATE TABLE public.slate_approval (
    edition_id bigint NOT NULL,
    slate_id bigint NOT NULL,
    person_id bigint NOT NULL,
    hash bytea NOT NULL,
    approved_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE ONLY public.slate_approval FORCE ROW LEVEL SECURITY;

ALTER TABLE public.slate ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.slate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.slate_prize (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    slate_id bigint NOT NULL,
    category_id bigint NOT NULL,
    tier_id bigint NOT NULL,
    place integer NOT NULL,
    entry_id bigint,
    withheld_reason text DEFAULT ''::text NOT NULL,
    decision_id bigint,
    CONSTRAINT slate_prize_given_or_withheld CHECK (((entry_id IS NULL) = (withheld_reason <> ''::text))),
    CONSTRAINT slate_prize_place_check CHECK ((place >= 1))
);

ALTER TABLE ONLY public.slate_prize FORCE ROW LEVEL SECURITY;

ALTER TABLE public.slate_prize ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.slate_prize_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tally_run (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    round_id bigint NOT NULL,
    sealed_input_id bigint NOT NULL,
    rule_set_id bigint NOT NULL,
    program_version text NOT NULL,
    cause text NOT NULL,
    result text NOT NULL,
    result_hash bytea NOT NULL,
    run_by bigint,
    run_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT tally_run_result_hash_check CHECK ((length(result_hash) = 32))
);

ALTER TABLE ONLY public.tally_run FORCE ROW LEVEL SECURITY;

ALTER TABLE public.tally_run ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.tally_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tier (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    key text NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    per_category integer DEFAULT 1 NOT NULL,
    decision_id bigint,
    CONSTRAINT tier_key_check CHECK ((key ~ '^[a-z0-9_]{1,40}$'::text)),
    CONSTRAINT tier_name_check CHECK (((length(name) >= 1) AND (length(name) <= 1200))),
    CONSTRAINT tier_per_category_check CHECK (((per_category >= 1) AND (per_category <= 20)))
);

ALTER TABLE ONLY public.tier FORCE ROW LEVEL SECURITY;

ALTER TABLE public.tier ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.tier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT amendment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_pkey PRIMARY KEY (entry_id, question);

ALTER TABLE ONLY public.answer_revision
    ADD CONSTRAINT answer_revision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.appeal
    ADD CONSTRAINT appeal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.applicant
    ADD CONSTRAINT applicant_pkey PRIMARY KEY (city_id, person_id);

ALTER TABLE ONLY public.attachment_chunk
    ADD CONSTRAINT attachment_chunk_pkey PRIMARY KEY (attachment_id, start);

ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT attachment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT attachment_scope UNIQUE (edition_id, id);

ALTER TABLE ONLY public.audit_event
    ADD CONSTRAINT audit_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_word
    ADD CONSTRAINT audit_word_pkey PRIMARY KEY (part, word);

ALTER TABLE ONLY public.category
    ADD CONSTRAINT category_key_unique UNIQUE (edition_id, key);

ALTER TABLE ONLY public.category
    ADD CONSTRAINT category_of_edition UNIQUE (edition_id, id);

ALTER TABLE ONLY public.category
    ADD CONSTRAINT category_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.category
    ADD CONSTRAINT category_position_unique UNIQUE (edition_id, "position") DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_serial_unique UNIQUE (serial);

ALTER TABLE ONLY public.city
    ADD CONSTRAINT city_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.conflict
    ADD CONSTRAINT conflict_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_is_taken_back_once UNIQUE (edition_id, takes_back);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_of_edition UNIQUE (edition_id, id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.decision_relied_on
    ADD CONSTRAINT decision_relied_on_pkey PRIMARY KEY (decision_id, tally_run_id);

ALTER TABLE ONLY public.declaration
    ADD CONSTRAINT declaration_pkey PRIMARY KEY (judge_id, entry_id);

ALTER TABLE ONLY public.deliberation_note
    ADD CONSTRAINT deliberation_note_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.disclosed_comment
    ADD CONSTRAINT disclosed_comment_pkey PRIMARY KEY (edition_id, entry_id, round_id, number);

ALTER TABLE ONLY public.disclosed_score
    ADD CONSTRAINT disclosed_score_pkey PRIMARY KEY (edition_id, entry_id, round_id);

ALTER TABLE ONLY public.edition
    ADD CONSTRAINT edition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.edition
    ADD CONSTRAINT edition_slug_unique UNIQUE (slug);

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_limit_per_city UNIQUE (edition_id, city_id, place);

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_number_unique UNIQUE (edition_id, number);

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_of_edition UNIQUE (edition_id, id);

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.entry_place
    ADD CONSTRAINT entry_place_pkey PRIMARY KEY (edition_id, place);

ALTER TABLE ONLY public.entry_version
    ADD CONSTRAINT entry_version_pkey PRIMARY KEY (entry_id, number);

ALTER TABLE ONLY public.extension
    ADD CONSTRAINT extension_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.factor_reset
    ADD CONSTRAINT factor_reset_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.grave_act
    ADD CONSTRAINT grave_act_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.judge
    ADD CONSTRAINT judge_of_edition UNIQUE (edition_id, id);

ALTER TABLE ONLY public.judge
    ADD CONSTRAINT judge_person_unique UNIQUE (edition_id, person_id);

ALTER TABLE ONLY public.judge
    ADD CONSTRAINT judge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.known_device
    ADD CONSTRAINT known_device_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.late_refusal
    ADD CONSTRAINT late_refusal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.letter_occasion
    ADD CONSTRAINT letter_occasion_pkey PRIMARY KEY (word);

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_once UNIQUE NULLS NOT DISTINCT (edition_id, occasion, cause, to_address);

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.lifecycle_edge
    ADD CONSTRAINT lifecycle_edge_pkey PRIMARY KEY (machine, from_state, action, to_state);

ALTER TABLE ONLY public.mail_link
    ADD CONSTRAINT mail_link_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_email_unique UNIQUE (email);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.prize
    ADD CONSTRAINT prize_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rate_bucket
    ADD CONSTRAINT rate_bucket_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (person_id, code_hash);

ALTER TABLE ONLY public.relation
    ADD CONSTRAINT relation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.result_recipient
    ADD CONSTRAINT result_recipient_once UNIQUE NULLS NOT DISTINCT (slate_id, entry_id, person_id, contact);

ALTER TABLE ONLY public.round_entry
    ADD CONSTRAINT round_entry_pkey PRIMARY KEY (round_id, entry_id);

ALTER TABLE ONLY public.round
    ADD CONSTRAINT round_number_unique UNIQUE (edition_id, number);

ALTER TABLE ONLY public.round
    ADD CONSTRAINT round_of_edition UNIQUE (edition_id, id);

ALTER TABLE ONLY public.round
    ADD CONSTRAINT round_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rule_set
    ADD CONSTRAINT rule_set_of_edition UNIQUE (edition_id, id);

ALTER TABLE ONLY public.rule_set
    ADD CONSTRAINT rule_set_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rule_set
    ADD CONSTRAINT rule_set_version_unique UNIQUE (edition_id, version);

ALTER TABLE ONLY public.score_delta
    ADD CONSTRAINT score_delta_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.score
    ADD CONSTRAINT score_pkey PRIMARY KEY (scorecard_id, criterion);

ALTER TABLE ONLY public.scorecard_comment
    ADD CONSTRAINT scorecard_comment_pkey PRIMARY KEY (scorecard_id, reader);

ALTER TABLE ONLY public.scorecard
    ADD CONSTRAINT scorecard_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.scorecard_revision
    ADD CONSTRAINT scorecard_revision_pkey PRIMARY KEY (scorecard_id, version);

ALTER TABLE ONLY public.scorecard
    ADD CONSTRAINT scorecard_scope UNIQUE (edition_id, id);

ALTER TABLE ONLY public.scorecard
    ADD CONSTRAINT scorecard_unique UNIQUE (round_id, judge_id, entry_id);

ALTER TABLE ONLY public.screening_check
    ADD CONSTRAINT screening_check_pkey PRIMARY KEY (entry_id, item);

ALTER TABLE ONLY public.sealed_input
    ADD CONSTRAINT sealed_input_of_edition UNIQUE (edition_id, id);

ALTER TABLE ONLY public.sealed_input
    ADD CONSTRAINT sealed_input_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sent_form
    ADD CONSTRAINT sent_form_pkey PRIMARY KEY (fingerprint);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.slate_approval
    ADD CONSTRAINT slate_approval_pkey PRIMARY KEY (slate_id, person_id);

ALTER TABLE ONLY public.slate
    ADD CONSTRAINT slate_of_edition UNIQUE (edition_id, id);

ALTER TABLE ONLY public.slate
    ADD CONSTRAINT slate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.slate_prize
    ADD CONSTRAINT slate_prize_entry_once UNIQUE (slate_id, entry_id);

ALTER TABLE ONLY public.slate_prize
    ADD CONSTRAINT slate_prize_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.slate_prize
    ADD CONSTRAINT slate_prize_unique UNIQUE NULLS NOT DISTINCT (slate_id, category_id, tier_id, place, entry_id);

ALTER TABLE ONLY public.slate
    ADD CONSTRAINT slate_version_unique UNIQUE (edition_id, version);

ALTER TABLE ONLY public.tally_run
    ADD CONSTRAINT tally_run_of_edition UNIQUE (edition_id, id);

ALTER TABLE ONLY public.tally_run
    ADD CONSTRAINT tally_run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tier
    ADD CONSTRAINT tier_key_unique UNIQUE (edition_id, key);

ALTER TABLE ONLY public.tier
    ADD CONSTRAINT tier_of_edition UNIQUE (edition_id, id);

ALTER TABLE ONLY public.tier
    ADD CONSTRAINT tier_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tier
    ADD CONSTRAINT tier_position_unique UNIQUE (edition_id, "position") DEFERRABLE INITIALLY DEFERRED;

CREATE UNIQUE INDEX amendment_waits_once ON public.amendment USING btree (edition_id) WHERE (outcome IS NULL);

CREATE INDEX answer_revision_of_a_key ON public.answer_revision USING btree (entry_id, key);

CREATE INDEX answer_revision_of_a_question ON public.answer_revision USING btree (entry_id, question, version);

CREATE INDEX appeal_of_edition ON public.appeal USING btree (edition_id);

CREATE UNIQUE INDEX appeal_one_open ON public.appeal USING btree (edition_id, entry_id) WHERE (outcome IS NULL);

CREATE INDEX applicant_of_person ON public.applicant USING btree (person_id);

CREATE INDEX attachment_by_entry ON public.attachment USING btree (entry_id);

CREATE UNIQUE INDEX attachment_on_its_way_once ON public.attachment USING btree (edition_id, entry_id, purpose, source) WHERE (state = 'uploading'::text);

CREATE INDEX audit_event_of_edition ON public.audit_event USING btree (edition_id, id);

CREATE INDEX audit_event_of_subject ON public.audit_event USING btree (subject, subject_id);

CREATE INDEX certificate_of_entry ON public.certificate USING btree (entry_id);

CREATE UNIQUE INDEX city_name_unique ON public.city USING btree (country, official_name) WHERE (merged_into IS NULL);

CREATE INDEX city_parent ON public.city USING btree (parent_id) WHERE (parent_id IS NOT NULL);

CREATE INDEX city_stems ON public.city USING gin (stems);

CREATE INDEX conflict_by_entry ON public.conflict USING btree (entry_id);

CREATE UNIQUE INDEX conflict_unique ON public.conflict USING btree (judge_id, entry_id, kind) WHERE (lifted_at IS NULL);

CREATE INDEX entry_in_state ON public.entry USING btree (edition_id, state);

CREATE INDEX entry_of_city ON public.entry USING btree (city_id, edition_id);

CREATE UNIQUE INDEX factor_reset_waits_once ON public.factor_reset USING btree (edition_id, person_id) WHERE (outcome IS NULL);

CREATE UNIQUE INDEX grave_act_waits_once ON public.grave_act USING btree (edition_id, act, COALESCE(entry_id, (0)::bigint), COALESCE(certificate_id, (0)::bigint)) WHERE (outcome IS NULL);

CREATE UNIQUE INDEX judge_one_chair ON public.judge USING btree (edition_id) WHERE (chair AND (left_at IS NULL));

CREATE INDEX known_device_of_person ON public.known_device USING btree (person_id);

CREATE INDEX letter_due ON public.letter USING btree (next_attempt_at) WHERE (state = ANY (ARRAY['queued'::text, 'leased'::text]));

CREATE INDEX letter_of_edition ON public.letter USING btree (edition_id, queued_at);

CREATE INDEX mail_link_of_person ON public.mail_link USING btree (person_id);

CREATE INDEX person_closed_address ON public.person USING btree (closed_address) WHERE (closed_address IS NOT NULL);

CREATE INDEX prize_of_city ON public.prize USING btree (city_id);

CREATE INDEX prize_of_edition ON public.prize USING btree (edition_id, category_id);

CREATE INDEX scorecard_by_entry ON public.scorecard USING btree (entry_id);

CREATE INDEX scorecard_by_judge ON public.scorecard USING btree (judge_id, round_id);

CREATE UNIQUE INDEX secretariat_unique ON public.secretariat USING btree (person_id, edition_id) NULLS NOT DISTINCT WHERE ((declined_at IS NULL) AND (ended_at IS NULL));

CREATE INDEX sent_form_by_age ON public.sent_form USING btree (sent_at);

CREATE INDEX session_of_person ON public.session USING btree (person_id);

CREATE UNIQUE INDEX slate_one_alive ON public.slate USING btree (edition_id) WHERE (state <> 'withdrawn'::text);

CREATE TRIGGER account_ends_after_its_parts BEFORE UPDATE OF disabled_at ON public.person FOR EACH ROW WHEN (((old.disabled_at IS NULL) AND (new.disabled_at IS NOT NULL))) EXECUTE FUNCTION public.account_ends_after_its_parts();

CREATE TRIGGER answer_has_its_history AFTER INSERT OR UPDATE ON public.answer FOR EACH ROW EXECUTE FUNCTION public.keep_answer_revision();

CREATE TRIGGER applicant_end_ends_sessions AFTER DELETE ON public.applicant FOR EACH ROW WHEN (((CURRENT_USER = 'wego_secretariat'::name) AND (old.confirmed_at IS NOT NULL))) EXECUTE FUNCTION public.end_sessions_with_the_right();

CREATE TRIGGER applicant_not_by_its_own BEFORE INSERT OR UPDATE ON public.applicant FOR EACH ROW WHEN ((CURRENT_USER = 'wego_secretariat'::name)) EXECUTE FUNCTION public.not_about_the_own_city('city_id');

CREATE TRIGGER audit_event_says_known_words BEFORE INSERT ON public.audit_event FOR EACH ROW EXECUTE FUNCTION public.refuse_unknown_audit_word();

CREATE TRIGGER certificate_is_revoked_by_two BEFORE UPDATE ON public.certificate FOR EACH ROW WHEN (((CURRENT_USER = 'wego_secretariat'::name) AND (new.state = 'revoked'::text) AND (old.state <> 'revoked'::text))) EXECUTE FUNCTION public.two_people_revoke_a_certificate();

CREATE TRIGGER city_name_is_new AFTER INSERT ON public.city FOR EACH ROW WHEN ((new.merged_into IS NULL)) EXECUTE FUNCTION public.city_name_is_new();

CREATE TRIGGER city_not_by_its_own BEFORE UPDATE ON public.city FOR EACH ROW WHEN ((CURRENT_USER = 'wego_secretariat'::name)) EXECUTE FUNCTION public.not_about_the_own_city('id');

CREATE TRIGGER city_renamed_is_new AFTER UPDATE OF official_name, country, parent_id ON public.city FOR EACH ROW WHEN (((new.merged_into IS NULL) AND (((new.official_name IS DISTINCT FROM old.official_name) OR (new.country IS DISTINCT FROM old.country)) OR (new.parent_id IS DISTINCT FROM old.parent_id)))) EXECUTE FUNCTION public.city_name_is_new();

CREATE TRIGGER credential_waits_for_confirmation BEFORE INSERT OR UPDATE ON public.credential FOR EACH ROW EXECUTE FUNCTION public.credential_waits_for_confirmation();

CREATE TRIGGER decision_can_be_taken_back AFTER INSERT ON public.decision FOR EACH ROW EXECUTE FUNCTION public.only_what_was_proposed_is_taken_back();

CREATE TRIGGER edition_is_moved_by_two BEFORE UPDATE ON public.edition FOR EACH ROW WHEN (((CURRENT_USER = 'wego_secretariat'::name) AND ((old.state <> new.state) OR ((old.state = 'open'::text) AND (new.closes_at < old.closes_at))))) EXECUTE FUNCTION public.two_people_move_an_edition();

CREATE TRIGGER entry_is_revoked_by_two BEFORE UPDATE ON public.entry FOR EACH ROW WHEN (((CURRENT_USER = 'wego_secretariat'::name) AND (new.state = 'revoked'::text) AND (old.state <> 'revoked'::text))) EXECUTE FUNCTION public.two_people_revoke_an_award();

CREATE TRIGGER entry_not_of_the_own_city BEFORE UPDATE OF state ON public.entry FOR EACH ROW WHEN (((CURRENT_USER = 'wego_secretariat'::name) AND (new.state <> old.state) AND (new.state = ANY (ARRAY['eligible'::text, 'ineligible'::text, 'returned'::text, 'withdrawn'::text])))) EXECUTE FUNCTION public.not_about_the_own_city('city_id');

CREATE TRIGGER extension_not_for_the_own_city BEFORE INSERT ON public.extension FOR EACH ROW WHEN ((CURRENT_USER = 'wego_secretariat'::name)) EXECUTE FUNCTION public.not_about_the_own_city('city_id');

CREATE TRIGGER grave_act_is_confirmed_now BEFORE UPDATE ON public.grave_act FOR EACH ROW WHEN (((old.outcome IS NULL) AND (new.outcome = 'confirmed'::text))) EXECUTE FUNCTION public.note_confirming_transaction();

CREATE TRIGGER judge_end_ends_sessions AFTER UPDATE ON public.judge FOR EACH ROW WHEN (((old.left_at IS NULL) AND (new.left_at IS NOT NULL) AND (new.declined_at IS NULL))) EXECUTE FUNCTION public.end_sessions_with_the_right();

CREATE TRIGGER judge_who_declines_has_left BEFORE UPDATE ON public.judge FOR EACH ROW EXECUTE FUNCTION public.judge_who_declines_has_left();

CREATE CONSTRAINT TRIGGER letter_waits_for_announcement AFTER INSERT OR UPDATE OF occasion, edition_id ON public.letter DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.letter_waits_for_announcement();

CREATE TRIGGER mail_link_replaces BEFORE INSERT ON public.mail_link FOR EACH ROW WHEN ((new.purpose = 'invitation'::text)) EXECUTE FUNCTION public.replace_invitation();

CREATE TRIGGER mail_link_settles_letters AFTER UPDATE OF used_at ON public.mail_link FOR EACH ROW WHEN (((old.used_at IS NULL) AND (new.used_at IS NOT NULL))) EXECUTE FUNCTION public.settle_letters_of_link();

CREATE TRIGGER person_address_ends_links AFTER UPDATE OF email ON public.person FOR EACH ROW WHEN ((old.email <> new.email)) EXECUTE FUNCTION public.end_links_to_old_address();

CREATE TRIGGER prize_is_shared_by_decision AFTER INSERT ON public.prize FOR EACH ROW EXECUTE FUNCTION public.prize_is_shared_by_decision();

CREATE TRIGGER secretariat_changes_by_its_own BEFORE UPDATE ON public.secretariat FOR EACH ROW WHEN ((CURRENT_USER = 'wego_secretariat'::name)) EXECUTE FUNCTION public.secretariat_changes_by_its_own();

CREATE TRIGGER secretariat_end_ends_sessions AFTER UPDATE ON public.secretariat FOR EACH ROW WHEN ((old.in_force AND (NOT new.in_force))) EXECUTE FUNCTION public.end_sessions_with_the_right();

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT amendment_edition_id_decision_id_fkey FOREIGN KEY (edition_id, decision_id) REFERENCES public.decision(edition_id, id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT amendment_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT amendment_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT amendment_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.answer_revision
    ADD CONSTRAINT answer_revision_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.answer_revision
    ADD CONSTRAINT answer_revision_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.appeal
    ADD CONSTRAINT appeal_edition_id_decision_id_fkey FOREIGN KEY (edition_id, decision_id) REFERENCES public.decision(edition_id, id);

ALTER TABLE ONLY public.appeal
    ADD CONSTRAINT appeal_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.appeal
    ADD CONSTRAINT appeal_lodged_by_fkey FOREIGN KEY (lodged_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.appeal
    ADD CONSTRAINT appeal_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.applicant
    ADD CONSTRAINT applicant_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.applicant
    ADD CONSTRAINT applicant_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT attachment_added_by_fkey FOREIGN KEY (added_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.attachment_chunk
    ADD CONSTRAINT attachment_chunk_edition_id_attachment_id_fkey FOREIGN KEY (edition_id, attachment_id) REFERENCES public.attachment(edition_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT attachment_of_entry FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.audit_event
    ADD CONSTRAINT audit_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.audit_event
    ADD CONSTRAINT audit_event_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.audit_event
    ADD CONSTRAINT audit_event_is_a_known_move FOREIGN KEY (machine, from_state, action, to_state) REFERENCES public.lifecycle_edge(machine, from_state, action, to_state);

ALTER TABLE ONLY public.category
    ADD CONSTRAINT category_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_edition_id_judge_id_fkey FOREIGN KEY (edition_id, judge_id) REFERENCES public.judge(edition_id, id);

ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_prize_id_fkey FOREIGN KEY (prize_id) REFERENCES public.prize(id);

ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES public.certificate(id);

ALTER TABLE ONLY public.city
    ADD CONSTRAINT city_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.city(id);

ALTER TABLE ONLY public.city
    ADD CONSTRAINT city_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.city
    ADD CONSTRAINT city_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.conflict
    ADD CONSTRAINT conflict_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.conflict
    ADD CONSTRAINT conflict_edition_id_judge_id_fkey FOREIGN KEY (edition_id, judge_id) REFERENCES public.judge(edition_id, id);

ALTER TABLE ONLY public.conflict
    ADD CONSTRAINT conflict_found_by_fkey FOREIGN KEY (found_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.decision_relied_on
    ADD CONSTRAINT decision_relied_on_edition_id_decision_id_fkey FOREIGN KEY (edition_id, decision_id) REFERENCES public.decision(edition_id, id);

ALTER TABLE ONLY public.decision_relied_on
    ADD CONSTRAINT decision_relied_on_edition_id_tally_run_id_fkey FOREIGN KEY (edition_id, tally_run_id) REFERENCES public.tally_run(edition_id, id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_taken_back_is_of_the_edition FOREIGN KEY (edition_id, takes_back) REFERENCES public.decision(edition_id, id);

ALTER TABLE ONLY public.declaration
    ADD CONSTRAINT declaration_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.declaration
    ADD CONSTRAINT declaration_edition_id_judge_id_fkey FOREIGN KEY (edition_id, judge_id) REFERENCES public.judge(edition_id, id);

ALTER TABLE ONLY public.deliberation_note
    ADD CONSTRAINT deliberation_note_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.deliberation_note
    ADD CONSTRAINT deliberation_note_edition_id_judge_id_fkey FOREIGN KEY (edition_id, judge_id) REFERENCES public.judge(edition_id, id);

ALTER TABLE ONLY public.deliberation_note
    ADD CONSTRAINT deliberation_note_edition_id_round_id_fkey FOREIGN KEY (edition_id, round_id) REFERENCES public.round(edition_id, id);

ALTER TABLE ONLY public.deliberation_note
    ADD CONSTRAINT deliberation_note_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.disclosed_comment
    ADD CONSTRAINT disclosed_comment_edition_id_entry_id_round_id_fkey FOREIGN KEY (edition_id, entry_id, round_id) REFERENCES public.disclosed_score(edition_id, entry_id, round_id);

ALTER TABLE ONLY public.disclosed_comment
    ADD CONSTRAINT disclosed_comment_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.disclosed_score
    ADD CONSTRAINT disclosed_score_category_id_fkey FOREIGN KEY (category_id) REFERENCES public.category(id);

ALTER TABLE ONLY public.disclosed_score
    ADD CONSTRAINT disclosed_score_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.disclosed_score
    ADD CONSTRAINT disclosed_score_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.disclosed_score
    ADD CONSTRAINT disclosed_score_round_id_fkey FOREIGN KEY (round_id) REFERENCES public.round(id);

ALTER TABLE ONLY public.edition
    ADD CONSTRAINT edition_rule_set_fk FOREIGN KEY (id, rule_set_id) REFERENCES public.rule_set(edition_id, id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_category_fk FOREIGN KEY (edition_id, category_id) REFERENCES public.category(edition_id, id);

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.entry_place
    ADD CONSTRAINT entry_place_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_place_fk FOREIGN KEY (edition_id, place) REFERENCES public.entry_place(edition_id, place);

ALTER TABLE ONLY public.entry_version
    ADD CONSTRAINT entry_version_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.entry_version
    ADD CONSTRAINT entry_version_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.extension
    ADD CONSTRAINT extension_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.extension
    ADD CONSTRAINT extension_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.extension
    ADD CONSTRAINT extension_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.factor_reset
    ADD CONSTRAINT factor_reset_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.factor_reset
    ADD CONSTRAINT factor_reset_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.factor_reset
    ADD CONSTRAINT factor_reset_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.factor_reset
    ADD CONSTRAINT factor_reset_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.grave_act
    ADD CONSTRAINT grave_act_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.grave_act
    ADD CONSTRAINT grave_act_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES public.certificate(id);

ALTER TABLE ONLY public.grave_act
    ADD CONSTRAINT grave_act_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.grave_act
    ADD CONSTRAINT grave_act_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.grave_act
    ADD CONSTRAINT grave_act_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.judge
    ADD CONSTRAINT judge_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.judge
    ADD CONSTRAINT judge_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.judge
    ADD CONSTRAINT judge_identity_checked_by_fkey FOREIGN KEY (identity_checked_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.judge
    ADD CONSTRAINT judge_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.known_device
    ADD CONSTRAINT known_device_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.late_refusal
    ADD CONSTRAINT late_refusal_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.late_refusal
    ADD CONSTRAINT late_refusal_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.mail_link
    ADD CONSTRAINT mail_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.prize
    ADD CONSTRAINT prize_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.prize
    ADD CONSTRAINT prize_edition_id_category_id_fkey FOREIGN KEY (edition_id, category_id) REFERENCES public.category(edition_id, id);

ALTER TABLE ONLY public.prize
    ADD CONSTRAINT prize_edition_id_decision_id_fkey FOREIGN KEY (edition_id, decision_id) REFERENCES public.decision(edition_id, id);

ALTER TABLE ONLY public.prize
    ADD CONSTRAINT prize_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.prize
    ADD CONSTRAINT prize_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.prize
    ADD CONSTRAINT prize_edition_id_tier_id_fkey FOREIGN KEY (edition_id, tier_id) REFERENCES public.tier(edition_id, id);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.relation
    ADD CONSTRAINT relation_city_id_fkey FOREIGN KEY (city_id) REFERENCES public.city(id);

ALTER TABLE ONLY public.relation
    ADD CONSTRAINT relation_edition_id_judge_id_fkey FOREIGN KEY (edition_id, judge_id) REFERENCES public.judge(edition_id, id);

ALTER TABLE ONLY public.relation
    ADD CONSTRAINT relation_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.result_recipient
    ADD CONSTRAINT result_recipient_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.result_recipient
    ADD CONSTRAINT result_recipient_edition_id_slate_id_fkey FOREIGN KEY (edition_id, slate_id) REFERENCES public.slate(edition_id, id);

ALTER TABLE ONLY public.result_recipient
    ADD CONSTRAINT result_recipient_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.round
    ADD CONSTRAINT round_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.round_entry
    ADD CONSTRAINT round_entry_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.round_entry
    ADD CONSTRAINT round_entry_edition_id_round_id_fkey FOREIGN KEY (edition_id, round_id) REFERENCES public.round(edition_id, id);

ALTER TABLE ONLY public.rule_set
    ADD CONSTRAINT rule_set_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.rule_set
    ADD CONSTRAINT rule_set_decision_fk FOREIGN KEY (edition_id, decision_id) REFERENCES public.decision(edition_id, id);

ALTER TABLE ONLY public.rule_set
    ADD CONSTRAINT rule_set_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.score_delta
    ADD CONSTRAINT score_delta_edition_id_scorecard_id_fkey FOREIGN KEY (edition_id, scorecard_id) REFERENCES public.scorecard(edition_id, id);

ALTER TABLE ONLY public.score
    ADD CONSTRAINT score_edition_id_scorecard_id_fkey FOREIGN KEY (edition_id, scorecard_id) REFERENCES public.scorecard(edition_id, id);

ALTER TABLE ONLY public.scorecard
    ADD CONSTRAINT scorecard_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.scorecard_comment
    ADD CONSTRAINT scorecard_comment_edition_id_scorecard_id_fkey FOREIGN KEY (edition_id, scorecard_id) REFERENCES public.scorecard(edition_id, id);

ALTER TABLE ONLY public.scorecard
    ADD CONSTRAINT scorecard_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.scorecard
    ADD CONSTRAINT scorecard_edition_id_judge_id_fkey FOREIGN KEY (edition_id, judge_id) REFERENCES public.judge(edition_id, id);

ALTER TABLE ONLY public.scorecard
    ADD CONSTRAINT scorecard_edition_id_round_id_fkey FOREIGN KEY (edition_id, round_id) REFERENCES public.round(edition_id, id);

ALTER TABLE ONLY public.scorecard
    ADD CONSTRAINT scorecard_edition_id_rule_set_id_fkey FOREIGN KEY (edition_id, rule_set_id) REFERENCES public.rule_set(edition_id, id);

ALTER TABLE ONLY public.scorecard
    ADD CONSTRAINT scorecard_entry_id_entry_version_fkey FOREIGN KEY (entry_id, entry_version) REFERENCES public.entry_version(entry_id, number);

ALTER TABLE ONLY public.scorecard_revision
    ADD CONSTRAINT scorecard_revision_edition_id_scorecard_id_fkey FOREIGN KEY (edition_id, scorecard_id) REFERENCES public.scorecard(edition_id, id);

ALTER TABLE ONLY public.screening_check
    ADD CONSTRAINT screening_check_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.screening_check
    ADD CONSTRAINT screening_check_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.sealed_input
    ADD CONSTRAINT sealed_input_edition_id_round_id_fkey FOREIGN KEY (edition_id, round_id) REFERENCES public.round(edition_id, id);

ALTER TABLE ONLY public.secretariat
    ADD CONSTRAINT secretariat_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.secretariat
    ADD CONSTRAINT secretariat_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.secretariat
    ADD CONSTRAINT secretariat_end_asked_by_fkey FOREIGN KEY (end_asked_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.secretariat
    ADD CONSTRAINT secretariat_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.secretariat
    ADD CONSTRAINT secretariat_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.secretariat
    ADD CONSTRAINT secretariat_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.slate_approval
    ADD CONSTRAINT slate_approval_edition_id_slate_id_fkey FOREIGN KEY (edition_id, slate_id) REFERENCES public.slate(edition_id, id);

ALTER TABLE ONLY public.slate_approval
    ADD CONSTRAINT slate_approval_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.slate
    ADD CONSTRAINT slate_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.slate
    ADD CONSTRAINT slate_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

ALTER TABLE ONLY public.slate
    ADD CONSTRAINT slate_edition_id_tally_run_id_fkey FOREIGN KEY (edition_id, tally_run_id) REFERENCES public.tally_run(edition_id, id);

ALTER TABLE ONLY public.slate_prize
    ADD CONSTRAINT slate_prize_edition_id_category_id_fkey FOREIGN KEY (edition_id, category_id) REFERENCES public.category(edition_id, id);

ALTER TABLE ONLY public.slate_prize
    ADD CONSTRAINT slate_prize_edition_id_decision_id_fkey FOREIGN KEY (edition_id, decision_id) REFERENCES public.decision(edition_id, id);

ALTER TABLE ONLY public.slate_prize
    ADD CONSTRAINT slate_prize_edition_id_entry_id_fkey FOREIGN KEY (edition_id, entry_id) REFERENCES public.entry(edition_id, id);

ALTER TABLE ONLY public.slate_prize
    ADD CONSTRAINT slate_prize_edition_id_slate_id_fkey FOREIGN KEY (edition_id, slate_id) REFERENCES public.slate(edition_id, id);

ALTER TABLE ONLY public.slate_prize
    ADD CONSTRAINT slate_prize_edition_id_tier_id_fkey FOREIGN KEY (edition_id, tier_id) REFERENCES public.tier(edition_id, id);

ALTER TABLE ONLY public.tally_run
    ADD CONSTRAINT tally_run_edition_id_round_id_fkey FOREIGN KEY (edition_id, round_id) REFERENCES public.round(edition_id, id);

ALTER TABLE ONLY public.tally_run
    ADD CONSTRAINT tally_run_edition_id_rule_set_id_fkey FOREIGN KEY (edition_id, rule_set_id) REFERENCES public.rule_set(edition_id, id);

ALTER TABLE ONLY public.tally_run
    ADD CONSTRAINT tally_run_edition_id_sealed_input_id_fkey FOREIGN KEY (edition_id, sealed_input_id) REFERENCES public.sealed_input(edition_id, id);

ALTER TABLE ONLY public.tally_run
    ADD CONSTRAINT tally_run_run_by_fkey FOREIGN KEY (run_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.tier
    ADD CONSTRAINT tier_decision_fk FOREIGN KEY (edition_id, decision_id) REFERENCES public.decision(edition_id, id);

ALTER TABLE ONLY public.tier
    ADD CONSTRAINT tier_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES public.edition(id);

CREATE POLICY access_accepts ON public.judge FOR UPDATE TO wego_access USING ((person_id = public.acting_person())) WITH CHECK ((person_id = public.acting_person()));

CREATE POLICY access_adds ON public.secretariat FOR INSERT TO wego_access WITH CHECK ((person_id = public.acting_person()));

CREATE POLICY access_all ON public.credential TO wego_access USING (true) WITH CHECK (true);

CREATE POLICY access_all ON public.known_device TO wego_access USING (true) WITH CHECK (true);

CREATE POLICY access_all ON public.mail_link TO wego_access USING (true) WITH CHECK (true);

CREATE POLICY access_all ON public.person TO wego_access USING (true) WITH CHECK (true);

CREATE POLICY access_all ON public.rate_bucket TO wego_access USING (true) WITH CHECK (true);

CREATE POLICY access_all ON public.recovery_code TO wego_access USING (true) WITH CHECK (true);

CREATE POLICY access_all ON public.sent_form TO wego_access USING (true) WITH CHECK (true);

CREATE POLICY access_all ON public.session TO wego_access USING (true) WITH CHECK (true);

CREATE POLICY access_answers ON public.secretariat FOR UPDATE TO wego_access USING (((person_id = public.acting_person()) AND (ended_at IS NULL))) WITH CHECK ((person_id = public.acting_person()));

CREATE POLICY access_declines ON public.applicant FOR DELETE TO wego_access USING ((person_id = public.acting_person()));

CREATE POLICY access_reads ON public.applicant FOR SELECT TO wego_access USING (true);

CREATE POLICY access_reads ON public.attachment FOR SELECT TO wego_access USING (true);

CREATE POLICY access_reads ON public.certificate FOR SELECT TO wego_access USING (true);

CREATE POLICY access_reads ON public.conflict FOR SELECT TO wego_access USING (true);

CREATE POLICY access_reads ON public.edition FOR SELECT TO wego_access USING (true);

CREATE POLICY access_reads ON public.entry FOR SELECT TO wego_access USING (true);

CREATE POLICY access_reads ON public.judge FOR SELECT TO wego_access USING (true);

CREATE POLICY access_reads ON public.scorecard FOR SELECT TO wego_access USING (true);

CREATE POLICY access_reads ON public.secretariat FOR SELECT TO wego_access USING (true);

CREATE POLICY adds_wego_access ON public.audit_event FOR INSERT TO wego_access WITH CHECK ((NOT (actor_id IS DISTINCT FROM public.acting_person())));

CREATE POLICY adds_wego_applicant ON public.audit_event FOR INSERT TO wego_applicant WITH CHECK ((NOT (actor_id IS DISTINCT FROM public.acting_person())));

CREATE POLICY adds_wego_clock ON public.audit_event FOR INSERT TO wego_clock WITH CHECK ((NOT (actor_id IS DISTINCT FROM public.acting_person())));

CREATE POLICY adds_wego_judge ON public.audit_event FOR INSERT TO wego_judge WITH CHECK ((NOT (actor_id IS DISTINCT FROM public.acting_person())));

CREATE POLICY adds_wego_secretariat ON public.audit_event FOR INSERT TO wego_secretariat WITH CHECK ((NOT (actor_id IS DISTINCT FROM public.acting_person())));

CREATE POLICY amended_after_scoring ON public.rule_set AS RESTRICTIVE FOR INSERT TO wego_secretariat WITH CHECK (((NOT public.has_locked_scores(edition_id)) OR (EXISTS ( SELECT
   FROM public.amendment a
  WHERE ((a.edition_id = rule_set.edition_id) AND (a.decision_id = rule_set.decision_id))))));

CREATE POLICY amended_after_scoring ON public.tier AS RESTRICTIVE FOR INSERT TO wego_secretariat WITH CHECK (((NOT public.has_locked_scores(edition_id)) OR (EXISTS ( SELECT
   FROM public.amendment a
  WHERE ((a.edition_id = tier.edition_id) AND (a.decision_id = tier.decision_id) AND a.adds_tier AND (a.key = tier.key) AND (a.name = tier.name) AND (a.per_category = tier.per_category))))));

ALTER TABLE public.amendment ENABLE ROW LEVEL SECURITY;

CREATE POLICY announced_with_the_result ON public.disclosed_comment FOR INSERT TO wego_secretariat, wego_clock WITH CHECK ((edition_id IN ( SELECT public.editions_that_disclose(VARIADIC ARRAY['own_scores_to_city'::text, 'all_scores'::text]) AS editions_that_disclose)));

CREATE POLICY announced_with_the_result ON public.disclosed_score FOR INSERT TO wego_secretariat, wego_clock WITH CHECK (((edition_id IN ( SELECT public.editions_that_disclose(VARIADIC ARRAY['own_scores_to_city'::text, 'all_scores'::text]) AS editions_that_disclose)) AND ((NOT to_everybody) OR (edition_id IN ( SELECT public.editions_that_disclose(VARIADIC ARRAY['all_scores'::text]) AS editions_that_disclose)))));

ALTER TABLE public.answer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.answer_revision ENABLE ROW LEVEL SECURITY;

CREATE POLICY anyone_reads ON public.entry_place FOR SELECT TO wego_applicant, wego_clock USING (true);

ALTER TABLE public.appeal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.applicant ENABLE ROW LEVEL SECURITY;

CREATE POLICY applicant_adds ON public.answer FOR INSERT TO wego_applicant WITH CHECK ((entry_id IN ( SELECT public.my_entries() AS my_entries)));

CREATE POLICY applicant_adds ON public.answer_revision FOR INSERT TO wego_applicant WITH CHECK (((entry_id IN ( SELECT public.my_entries() AS my_entries)) AND (saved_by = public.acting_person())));

CREATE POLICY applicant_adds ON public.attachment FOR INSERT TO wego_applicant WITH CHECK ((entry_id IN ( SELECT public.my_entries() AS my_entries)));

CREATE POLICY applicant_adds ON public.attachment_chunk FOR INSERT TO wego_applicant WITH CHECK ((EXISTS ( SELECT
   FROM public.attachment a
  WHERE ((a.id = attachment_chunk.attachment_id) AND (a.state = 'uploading'::text)))));

CREATE POLICY applicant_adds ON public.entry FOR INSERT TO wego_applicant WITH CHECK (((city_id IN ( SELECT public.my_cities() AS my_cities)) AND (state = 'draft'::text)));

CREATE POLICY applicant_adds ON public.entry_version FOR INSERT TO wego_applicant WITH CHECK ((entry_id IN ( SELECT public.my_entries() AS my_entries)));

CREATE POLICY applicant_adds ON public.late_refusal FOR INSERT TO wego_applicant WITH CHECK ((entry_id IN ( SELECT public.my_entries() AS my_entries)));

CREATE POLICY applicant_confirms ON public.applicant FOR UPDATE TO wego_applicant USING (((city_id IN ( SELECT public.my_cities() AS my_cities)) AND (confirmed_at IS NULL))) WITH CHECK ((city_id IN ( SELECT public.my_cities() AS my_cities)));

CREATE POLICY applicant_edits ON public.answer FOR UPDATE TO wego_applicant USING ((entry_id IN ( SELECT public.my_entries() AS my_entries))) WITH CHECK ((entry_id IN ( SELECT public.my_entries() AS my_entries)));

CREATE POLICY applicant_edits ON public.attachment FOR UPDATE TO wego_applicant USING ((entry_id IN ( SELECT public.my_entries() AS my_entries))) WITH CHECK ((entry_id IN ( SELECT public.my_entries() AS my_entries)));

CREATE POLICY applicant_edits ON public.entry FOR UPDATE TO wego_applicant USING ((city_id IN ( SELECT public.my_cities() AS my_cities))) WITH CHECK ((city_id IN ( SELECT public.my_cities() AS my_cities)));

CREATE POLICY applicant_joins ON public.applicant FOR INSERT TO wego_applicant WITH CHECK (((person_id = public.acting_person()) AND (confirmed_at IS NULL)));

CREATE POLICY applicant_leaves ON public.applicant FOR DELETE TO wego_applicant USING (((person_id = public.acting_person()) OR ((confirmed_at IS NULL) AND (city_id IN ( SELECT public.my_cities() AS my_cities)))));

CREATE POLICY applicant_lodges ON public.appeal FOR INSERT TO wego_applicant WITH CHECK (((entry_id IN ( SELECT public.my_entries() AS my_entries)) AND (edition_id IN ( SELECT public.announced_editions() AS announced_editions)) AND (lodged_by = public.acting_person())));

CREATE POLICY applicant_proposes ON public.city FOR INSERT TO wego_applicant WITH CHECK (((proposed_by = public.acting_person()) AND (approved_at IS NULL) AND (NOT member)));

CREATE POLICY applicant_reads ON public.answer FOR SELECT TO wego_applicant USING ((entry_id IN ( SELECT public.my_entries() AS my_entries)));

CREATE POLICY applicant_reads ON public.answer_revision FOR SELECT TO wego_applicant USING ((entry_id IN ( SELECT public.my_entries() AS my_entries)));

CREATE POLICY applicant_reads ON public.appeal FOR SELECT TO wego_applicant USING (((entry_id IN ( SELECT public.my_entries() AS my_entries)) AND (edition_id IN ( SELECT public.announced_editions() AS announced_editions))));

CREATE POLICY applicant_reads ON public.applicant FOR SELECT TO wego_applicant USING (((person_id = public.acting_person()) OR (city_id IN ( SELECT public.my_cities() AS my_cities))));

CREATE POLICY applicant_reads ON public.attachment FOR SELECT TO wego_applicant USING ((entry_id IN ( SELECT public.my_entries() AS my_entries)));

CREATE POLICY applicant_reads ON public.attachment_chunk FOR SELECT TO wego_applicant USING ((EXISTS ( SELECT
   FROM public.attachment a
  WHERE (a.id = attachment_chunk.attachment_id))));

CREATE POLICY applicant_reads ON public.category FOR SELECT TO wego_applicant USING (true);

CREATE POLICY applicant_reads ON public.certificate FOR SELECT TO wego_applicant USING (((entry_id IN ( SELECT public.my_entries() AS my_entries)) AND (edition_id IN ( SELECT public.announced_editions() AS announced_editions))));

CREATE POLICY applicant_reads ON public.city FOR SELECT TO wego_applicant USING (((approved_at IS NOT NULL) OR (proposed_by = public.acting_person()) OR (id IN ( SELECT public.my_cities() AS my_cities))));

CREATE POLICY applicant_reads ON public.disclosed_comment FOR SELECT TO wego_applicant USING (((edition_id IN ( SELECT public.announced_editions() AS announced_editions)) AND (entry_id IN ( SELECT public.my_entries() AS my_entries))));

CREATE POLICY applicant_reads ON public.disclosed_score FOR SELECT TO wego_applicant USING (((edition_id IN ( SELECT public.announced_editions() AS announced_editions)) AND (entry_id IN ( SELECT public.my_entries() AS my_entries))));

CREATE POLICY applicant_reads ON public.edition FOR SELECT TO wego_applicant USING ((state <> 'planned'::text));

CREATE POLICY applicant_reads ON public.entry FOR SELECT TO wego_applicant USING ((city_id IN ( SELECT public.my_cities() AS my_cities)));

CREATE POLICY applicant_reads ON public.entry_version FOR SELECT TO wego_applicant USING ((entry_id IN ( SELECT public.my_entries() AS my_entries)));

CREATE POLICY applicant_reads ON public.extension FOR SELECT TO wego_applicant USING ((city_id IN ( SELECT public.my_cities() AS my_cities)));

CREATE POLICY applicant_reads ON public.late_refusal FOR SELECT TO wego_applicant USING ((entry_id IN ( SELECT public.my_entries() AS my_entries)));

CREATE POLICY applicant_reads ON public.person FOR SELECT TO wego_applicant USING (((id = public.acting_person()) OR (id IN ( SELECT a.person_id
   FROM public.applicant a))));

CREATE POLICY applicant_reads ON public.prize FOR SELECT TO wego_applicant USING ((edition_id IN ( SELECT public.announced_editions() AS announced_editions)));

CREATE POLICY applicant_reads ON public.rule_set FOR SELECT TO wego_applicant USING ((EXISTS ( SELECT
   FROM public.edition e
  WHERE ((e.id = rule_set.edition_id) AND (e.rule_set_id = rule_set.id)))));

CREATE POLICY applicant_reads ON public.tier FOR SELECT TO wego_applicant USING (true);

CREATE POLICY applicant_reads_earlier ON public.rule_set FOR SELECT TO wego_applicant USING ((EXISTS ( SELECT
   FROM public.entry e
  WHERE (e.edition_id = rule_set.edition_id))));

CREATE POLICY approved_by_a_member_of_then ON public.factor_reset AS RESTRICTIVE FOR UPDATE TO wego_secretariat USING (true) WITH CHECK (((outcome <> 'approved'::text) OR public.in_office_since(public.acting_person(), edition_id, asked_at)));

CREATE POLICY approved_by_a_member_of_then ON public.slate_approval AS RESTRICTIVE FOR INSERT TO wego_secretariat WITH CHECK ((EXISTS ( SELECT
   FROM public.slate s
  WHERE ((s.id = slate_approval.slate_id) AND public.in_office_since(public.acting_person(), s.edition_id, s.created_at)))));

ALTER TABLE public.attachment ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.attachment_chunk ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_word ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.category ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.certificate ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.city ENABLE ROW LEVEL SECURITY;

CREATE POLICY clock_adds ON public.certificate FOR INSERT TO wego_clock WITH CHECK (true);

CREATE POLICY clock_adds ON public.letter FOR INSERT TO wego_clock WITH CHECK (true);

CREATE POLICY clock_adds ON public.prize FOR INSERT TO wego_clock WITH CHECK (true);

CREATE POLICY clock_finds ON public.conflict FOR INSERT TO wego_clock WITH CHECK ((found_by IS NULL));

CREATE POLICY clock_finds_stand_ins ON public.scorecard FOR INSERT TO wego_clock WITH CHECK (((state = 'assigned'::text) AND (assigned_by IS NULL)));

CREATE POLICY clock_reads ON public.answer FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.applicant FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.attachment FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.attachment_chunk FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.audit_event FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.category FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.certificate FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.city FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.conflict FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.decision FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.declaration FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.disclosed_comment FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.disclosed_score FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.edition FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.entry FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.entry_version FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.extension FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.judge FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.letter FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.lifecycle_edge FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.mail_link FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.person FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.prize FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.rate_bucket FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.relation FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.result_recipient FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.round FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.round_entry FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.rule_set FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.score FOR SELECT TO wego_clock USING ((EXISTS ( SELECT
   FROM (public.scorecard s
     JOIN public.round r ON ((r.id = s.round_id)))
  WHERE ((s.id = score.scorecard_id) AND (r.closed_at IS NOT NULL)))));

CREATE POLICY clock_reads ON public.score_delta FOR SELECT TO wego_clock USING ((EXISTS ( SELECT
   FROM (public.scorecard s
     JOIN public.round r ON ((r.id = s.round_id)))
  WHERE ((s.id = score_delta.scorecard_id) AND (r.closed_at IS NOT NULL)))));

CREATE POLICY clock_reads ON public.scorecard FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.scorecard_comment FOR SELECT TO wego_clock USING (((reader = 'city'::text) AND (EXISTS ( SELECT
   FROM (public.scorecard s
     JOIN public.round r ON ((r.id = s.round_id)))
  WHERE ((s.id = scorecard_comment.scorecard_id) AND (r.closed_at IS NOT NULL))))));

CREATE POLICY clock_reads ON public.sealed_input FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.secretariat FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.session FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.slate FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.slate_approval FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.slate_prize FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.tally_run FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_reads ON public.tier FOR SELECT TO wego_clock USING (true);

CREATE POLICY clock_runs ON public.tally_run FOR INSERT TO wego_clock WITH CHECK ((run_by IS NULL));

CREATE POLICY clock_seals ON public.sealed_input FOR INSERT TO wego_clock WITH CHECK (true);

CREATE POLICY clock_sweeps ON public.attachment FOR DELETE TO wego_clock USING (true);

CREATE POLICY clock_sweeps ON public.attachment_chunk FOR DELETE TO wego_clock USING (true);

CREATE POLICY clock_sweeps ON public.mail_link FOR DELETE TO wego_clock USING (true);

CREATE POLICY clock_sweeps ON public.rate_bucket FOR DELETE TO wego_clock USING (true);

CREATE POLICY clock_sweeps ON public.sent_form TO wego_clock USING (true) WITH CHECK (true);

CREATE POLICY clock_sweeps ON public.session FOR DELETE TO wego_clock USING (true);

CREATE POLICY clock_takes_back ON public.conflict FOR DELETE TO wego_clock USING ((found_by IS NULL));

CREATE POLICY clock_updates ON public.certificate FOR UPDATE TO wego_clock USING (true) WITH CHECK (true);

CREATE POLICY clock_updates ON public.edition FOR UPDATE TO wego_clock USING (true) WITH CHECK (true);

CREATE POLICY clock_updates ON public.entry FOR UPDATE TO wego_clock USING (true) WITH CHECK (true);

CREATE POLICY clock_updates ON public.letter FOR UPDATE TO wego_clock USING (true) WITH CHECK (true);

CREATE POLICY clock_updates ON public.round FOR UPDATE TO wego_clock USING (true) WITH CHECK (true);

CREATE POLICY clock_updates ON public.scorecard FOR UPDATE TO wego_clock USING (true) WITH CHECK (true);

CREATE POLICY clock_updates ON public.slate FOR UPDATE TO wego_clock USING (true) WITH CHECK (true);

CREATE POLICY confirmed_by_a_member_of_then ON public.amendment AS RESTRICTIVE FOR UPDATE TO wego_secretariat USING (true) WITH CHECK (((outcome <> 'confirmed'::text) OR public.in_office_since(public.acting_person(), edition_id, proposed_at)));

ALTER TABLE public.conflict ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.credential ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.decision ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.decision_relied_on ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.declaration ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.deliberation_note ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disclosed_comment ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disclosed_score ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.edition ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.entry_place ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.entry_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.extension ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.factor_reset ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.grave_act ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.judge ENABLE ROW LEVEL SECURITY;

CREATE POLICY judge_accepts ON public.judge FOR UPDATE TO wego_judge USING ((person_id = public.acting_person())) WITH CHECK ((person_id = public.acting_person()));

CREATE POLICY judge_adds ON public.score FOR INSERT TO wego_judge WITH CHECK ((EXISTS ( SELECT
   FROM public.scorecard s
  WHERE ((s.id = score.scorecard_id) AND (s.judge_id IN ( SELECT j.j
           FROM public.my_judges() j(j))) AND (s.state = ANY (ARRAY['assigned'::text, 'in_progress'::text, 'reopened'::text]))))));

CREATE POLICY judge_adds ON public.score_delta FOR INSERT TO wego_judge WITH CHECK ((EXISTS ( SELECT
   FROM public.scorecard s
  WHERE ((s.id = score_delta.scorecard_id) AND (s.judge_id IN ( SELECT j.j
           FROM public.my_judges() j(j))) AND (s.state = ANY (ARRAY['assigned'::text, 'in_progress'::text, 'reopened'::text]))))));

CREATE POLICY judge_adds ON public.scorecard_comment FOR INSERT TO wego_judge WITH CHECK ((EXISTS ( SELECT
   FROM public.scorecard s
  WHERE ((s.id = scorecard_comment.scorecard_id) AND (s.judge_id IN ( SELECT j.j
           FROM public.my_judges() j(j))) AND (s.state = ANY (ARRAY['assigned'::text, 'in_progress'::text, 'reopened'::text]))))));

CREATE POLICY judge_adds ON public.scorecard_revision FOR INSERT TO wego_judge WITH CHECK ((EXISTS ( SELECT
   FROM public.scorecard s
  WHERE ((s.id = scorecard_revision.scorecard_id) AND (s.judge_id IN ( SELECT j.j
           FROM public.my_judges() j(j))) AND (s.state = ANY (ARRAY['assigned'::text, 'in_progress'::text, 'reopened'::text]))))));

CREATE POLICY judge_declares ON public.conflict FOR INSERT TO wego_judge WITH CHECK (((judge_id IN ( SELECT j.j
   FROM public.my_judges() j(j))) AND (kind = 'declared'::text) AND bars));

CREATE POLICY judge_declares ON public.declaration FOR INSERT TO wego_judge WITH CHECK ((judge_id IN ( SELECT j.j
   FROM public.my_judges() j(j))));

CREATE POLICY judge_declares_again ON public.declaration FOR UPDATE TO wego_judge USING ((judge_id IN ( SELECT j.j
   FROM public.my_judges() j(j)))) WITH CHECK ((judge_id IN ( SELECT j.j
   FROM public.my_judges() j(j))));

CREATE POLICY judge_edits ON public.score FOR UPDATE TO wego_judge USING ((EXISTS ( SELECT
   FROM public.scorecard s
  WHERE ((s.id = score.scorecard_id) AND (s.judge_id IN ( SELECT j.j
           FROM public.my_judges() j(j))) AND (s.state = ANY (ARRAY['assigned'::text, 'in_progress'::text, 'reopened'::text])))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.scorecard s
  WHERE ((s.id = score.scorecard_id) AND (s.judge_id IN ( SELECT j.j
           FROM public.my_judges() j(j))) AND (s.state = ANY (ARRAY['assigned'::text, 'in_progress'::text, 'reopened'::text]))))));

CREATE POLICY judge_edits ON public.scorecard FOR UPDATE TO wego_judge USING (((judge_id IN ( SELECT j.j
   FROM public.my_judges() j(j))) AND (state = ANY (ARRAY['assigned'::text, 'in_progress'::text, 'submitted'::text, 'reopened'::text])))) WITH CHECK ((judge_id IN ( SELECT j.j
   FROM public.my_judges() j(j))));

CREATE POLICY judge_edits ON public.scorecard_comment FOR UPDATE TO wego_judge USING ((EXISTS ( SELECT
   FROM public.scorecard s
  WHERE ((s.id = scorecard_comment.scorecard_id) AND (s.judge_id IN ( SELECT j.j
           FROM public.my_judges() j(j))) AND (s.state = ANY (ARRAY['assigned'::text, 'in_progress'::text, 'reopened'::text])))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.scorecard s
  WHERE ((s.id = scorecard_comment.scorecard_id) AND (s.judge_id IN ( SELECT j.j
           FROM public.my_judges() j(j))) AND (s.state = ANY (ARRAY['assigned'::text, 'in_progress'::text, 'reopened'::text]))))));

CREATE POLICY judge_in_standing ON public.round_entry AS RESTRICTIVE FOR SELECT TO wego_judge USING ((edition_id IN ( SELECT p.p
   FROM public.my_panels_in_standing() p(p))));

CREATE POLICY judge_in_standing ON public.scorecard AS RESTRICTIVE TO wego_judge USING ((edition_id IN ( SELECT p.p
   FROM public.my_panels_in_standing() p(p)))) WITH CHECK ((edition_id IN ( SELECT p.p
   FROM public.my_panels_in_standing() p(p))));

CREATE POLICY judge_notes ON public.deliberation_note FOR INSERT TO wego_judge WITH CHECK (((judge_id IN ( SELECT j.j
   FROM public.my_judges() j(j))) AND (person_id = public.acting_person()) AND (round_id IN ( SELECT r.r
   FROM public.my_closed_rounds() r(r))) AND (entry_id IN ( SELECT c.c
   FROM public.my_clear_entries() c(c))) AND (NOT (entry_id IN ( SELECT b.b
   FROM public.my_barred_entries() b(b))))));

CREATE POLICY judge_reads ON public.attachment FOR SELECT TO wego_judge USING (((state = 'stored'::text) AND (purpose = 'supporting'::text) AND (entry_id IN ( SELECT c.c
   FROM public.my_clear_entries() c(c))) AND (EXISTS ( SELECT
   FROM public.scorecard s
  WHERE (s.entry_id = attachment.entry_id)))));

CREATE POLICY judge_reads ON public.attachment_chunk FOR SELECT TO wego_judge USING ((EXISTS ( SELECT
   FROM public.attachment a
  WHERE (a.id = attachment_chunk.attachment_id))));

CREATE POLICY judge_reads ON public.category FOR SELECT TO wego_judge USING ((edition_id IN ( SELECT p.p
   FROM public.my_panels() p(p))));

CREATE POLICY judge_reads ON public.certificate FOR SELECT TO wego_judge USING (((judge_id IN ( SELECT j.j
   FROM public.my_judges() j(j))) AND (edition_id IN ( SELECT public.announced_editions() AS announced_editions))));

CREATE POLICY judge_reads ON public.city FOR SELECT TO wego_judge USING (((approved_at IS NOT NULL) AND (member OR (id IN ( SELECT e.city_id
   FROM public.entry e)))));

CREATE POLICY judge_reads ON public.conflict FOR SELECT TO wego_judge USING ((judge_id IN ( SELECT j.j
   FROM public.my_judges() j(j))));

CREATE POLICY judge_reads ON public.decision FOR SELECT TO wego_judge USING ((edition_id IN ( SELECT public.announced_editions() AS announced_editions)));

CREATE POLICY judge_reads ON public.declaration FOR SELECT TO wego_judge USING (((judge_id IN ( SELECT j.j
   FROM public.my_judges() j(j))) AND (NOT (entry_id IN ( SELECT b.b
   FROM public.my_barred_entries() b(b))))));

CREATE POLICY judge_reads ON public.deliberation_note FOR SELECT TO wego_judge USING (((round_id IN ( SELECT r.r
   FROM public.my_closed_rounds() r(r))) AND (entry_id IN ( SELECT c.c
   FROM public.my_clear_entries() c(c))) AND (NOT (entry_id IN ( SELECT b.b
   FROM public.my_barred_entries() b(b))))));

CREATE POLICY judge_reads ON public.edition FOR SELECT TO wego_judge USING ((id IN ( SELECT p.p
   FROM public.my_panels() p(p))));

CREATE POLICY judge_reads ON public.entry FOR SELECT TO wego_judge USING (((id IN ( SELECT s.entry_id
   FROM public.scorecard s)) OR (id IN ( SELECT r.entry_id
   FROM public.round_entry r))));

CREATE POLICY judge_reads ON public.entry_version FOR SELECT TO wego_judge USING (((entry_id IN ( SELECT c.c
   FROM public.my_clear_entries() c(c))) AND (EXISTS ( SELECT
   FROM public.scorecard s
  WHERE ((s.entry_id = entry_version.entry_id) AND (s.entry_version = entry_version.number))))));

CREATE POLICY judge_reads ON public.judge FOR SELECT TO wego_judge USING (true);

CREATE POLICY judge_reads ON public.person FOR SELECT TO wego_judge USING ((id = public.acting_person()));

CREATE POLICY judge_reads ON public.prize FOR SELECT TO wego_judge USING ((edition_id IN ( SELECT public.announced_editions() AS announced_editions)));

CREATE POLICY judge_reads ON public.round FOR SELECT TO wego_judge USING ((edition_id IN ( SELECT p.p
   FROM public.my_panels() p(p))));

CREATE POLICY judge_reads ON public.round_entry FOR SELECT TO wego_judge USING (((round_id IN ( SELECT r.r
   FROM public.my_closed_rounds() r(r))) AND (NOT (entry_id IN ( SELECT b.b
   FROM public.my_barred_entries() b(b))))));

CREATE POLICY judge_reads ON public.rule_set FOR SELECT TO wego_judge USING ((edition_id IN ( SELECT p.p
   FROM public.my_panels() p(p))));

CREATE POLICY judge_reads ON public.score FOR SELECT TO wego_judge USING ((EXISTS ( SELECT
   FROM public.scorecard s
  WHERE (s.id = score.scorecard_id))));

CREATE POLICY judge_reads ON public.score_delta FOR SELECT TO wego_judge USING ((EXISTS ( SELECT
   FROM public.scorecard s
  WHERE (s.id = score_delta.scorecard_id))));

CREATE POLICY judge_reads ON public.scorecard FOR SELECT TO wego_judge USING (((NOT (entry_id IN ( SELECT b.b
   FROM public.my_barred_entries() b(b)))) AND ((judge_id IN ( SELECT j.j
   FROM public.my_judges() j(j))) OR ((round_id IN ( SELECT r.r
   FROM public.my_closed_rounds() r(r))) AND (entry_id IN ( SELECT c.c
   FROM public.my_clear_entries() c(c)))))));

CREATE POLICY judge_reads ON public.scorecard_comment FOR SELECT TO wego_judge USING ((EXISTS ( SELECT
   FROM public.scorecard s
  WHERE (s.id = scorecard_comment.scorecard_id))));

CREATE POLICY judge_reads ON public.scorecard_revision FOR SELECT TO wego_judge USING ((EXISTS ( SELECT
   FROM public.scorecard s
  WHERE (s.id = scorecard_revision.scorecard_id))));

CREATE POLICY judge_reads ON public.slate FOR SELECT TO wego_judge USING ((edition_id IN ( SELECT public.announced_editions() AS announced_editions)));

CREATE POLICY judge_reads ON public.slate_prize FOR SELECT TO wego_judge USING (((edition_id IN ( SELECT public.announced_editions() AS announced_editions)) AND ((entry_id IS NULL) OR (NOT (entry_id IN ( SELECT b.b
   FROM public.my_barred_entries() b(b)))))));

CREATE POLICY judge_reads ON public.tally_run FOR SELECT TO wego_judge USING (((round_id IN ( SELECT r.r
   FROM public.my_closed_rounds() r(r))) AND (NOT (EXISTS ( SELECT
   FROM public.conflict c
  WHERE ((c.edition_id = tally_run.edition_id) AND c.bars AND (c.judge_id IN ( SELECT j.j
           FROM public.my_judges() j(j)))))))));

CREATE POLICY judge_reads ON public.tier FOR SELECT TO wego_judge USING ((edition_id IN ( SELECT p.p
   FROM public.my_panels() p(p))));

CREATE POLICY kept_after_scoring ON public.tier AS RESTRICTIVE FOR DELETE TO wego_secretariat USING ((NOT public.has_locked_scores(edition_id)));

ALTER TABLE public.known_device ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.late_refusal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.letter ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.letter_occasion ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.lifecycle_edge ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.mail_link ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.migration ENABLE ROW LEVEL SECURITY;

CREATE POLICY office_all ON public.applicant TO wego_secretariat USING (public.acts_for_office()) WITH CHECK (public.acts_for_office());

CREATE POLICY office_all ON public.category TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.certificate TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.city TO wego_secretariat USING (public.acts_for_office()) WITH CHECK (public.acts_for_office());

CREATE POLICY office_all ON public.conflict TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.decision TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.decision_relied_on TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.deliberation_note TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.entry TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.entry_place TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.extension TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.judge TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.prize TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.relation TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.result_recipient TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.round TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.round_entry TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.rule_set TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.scorecard TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.screening_check TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.sealed_input TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.slate TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.slate_approval TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.slate_prize TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.tally_run TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_all ON public.tier TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions))) WITH CHECK ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_approves_as_itself ON public.slate_approval AS RESTRICTIVE FOR INSERT TO wego_secretariat WITH CHECK ((person_id = public.acting_person()));

CREATE POLICY office_asks ON public.factor_reset FOR INSERT TO wego_secretariat WITH CHECK (((edition_id IN ( SELECT public.office_editions() AS office_editions)) AND (asked_by = public.acting_person())));

CREATE POLICY office_asks ON public.grave_act FOR INSERT TO wego_secretariat WITH CHECK (((edition_id IN ( SELECT public.office_editions() AS office_editions)) AND (asked_by = public.acting_person()) AND (asked_at <= clock_timestamp())));

CREATE POLICY office_corrects ON public.person FOR UPDATE TO wego_secretariat USING (((confirmed_at IS NULL) AND (EXISTS ( SELECT
   FROM public.judge j
  WHERE ((j.person_id = person.id) AND (j.terms_accepted_at IS NULL) AND (j.edition_id IN ( SELECT public.office_editions() AS office_editions))))))) WITH CHECK ((confirmed_at IS NULL));

CREATE POLICY office_edits ON public.edition FOR UPDATE TO wego_secretariat USING (public.acts_for_edition(id)) WITH CHECK (public.acts_for_edition(id));

CREATE POLICY office_founds ON public.edition FOR INSERT TO wego_secretariat WITH CHECK ((EXISTS ( SELECT
   FROM public.secretariat s
  WHERE ((s.person_id = public.acting_person()) AND (s.edition_id IS NULL) AND s.in_force))));

CREATE POLICY office_invites ON public.mail_link FOR INSERT TO wego_secretariat WITH CHECK ((public.acts_for_office() AND (purpose = 'invitation'::text)));

CREATE POLICY office_invites ON public.person FOR INSERT TO wego_secretariat WITH CHECK (public.acts_for_office());

CREATE POLICY office_invites ON public.secretariat FOR INSERT TO wego_secretariat WITH CHECK (((edition_id IN ( SELECT public.office_editions() AS office_editions)) AND (invited_by = public.acting_person())));

CREATE POLICY office_keeps ON public.secretariat FOR UPDATE TO wego_secretariat USING (((edition_id IN ( SELECT public.office_editions() AS office_editions)) AND (declined_at IS NULL) AND (ended_at IS NULL))) WITH CHECK ((edition_id IS NOT NULL));

CREATE POLICY office_proposes ON public.amendment FOR INSERT TO wego_secretariat WITH CHECK (((edition_id IN ( SELECT public.office_editions() AS office_editions)) AND (proposed_by = public.acting_person())));

CREATE POLICY office_reads ON public.amendment FOR SELECT TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_reads ON public.answer FOR SELECT TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_reads ON public.appeal FOR SELECT TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_reads ON public.attachment FOR SELECT TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_reads ON public.attachment_chunk FOR SELECT TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_reads ON public.audit_event FOR SELECT TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_reads ON public.declaration FOR SELECT TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_reads ON public.disclosed_comment FOR SELECT TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_reads ON public.disclosed_score FOR SELECT TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_reads ON public.edition FOR SELECT TO wego_secretariat USING (public.acts_for_edition(id));

CREATE POLICY office_reads ON public.entry_version FOR SELECT TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_reads ON public.factor_reset FOR SELECT TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_reads ON public.grave_act FOR SELECT TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_reads ON public.late_refusal FOR SELECT TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_reads ON public.letter FOR SELECT TO wego_secretariat USING ((edition_id IN ( SELECT public.office_editions() AS office_editions)));

CREATE POLICY office_reads ON public.letter_occasion FOR SELECT TO wego_secretariat USING (true);

CREATE POLICY office_reads ON public.lifecycle_edge FOR SELECT TO wego_secretariat USING (true);

CREATE POLICY office_reads ON public.person FOR SELECT TO wego_secretariat USING (public.acts_for_office());

CREATE POLICY office_reads ON public.score FOR SELECT TO wego_secretariat USING (((edition_id IN ( SELECT public.office_editions() AS office_editions)) AND (EXISTS ( SELECT
   FROM public.scorecard s
  WHERE ((s.id = score.scorecard_id) AND (s.round_id IN ( SELECT public.closed_rounds() AS closed_rounds)))))));

CREATE POLICY office_reads ON public.score_delta FOR SELECT TO wego_secretariat USING (((edition_id IN ( SELECT public.office_editions() AS office_editions)) AND (EXISTS ( SELECT
   FROM public.scorecard s
  WHERE ((s.id = score_delta.scorecard_id) AND (s.round_id IN ( SELECT public.closed_rounds() AS closed_rounds)))))));

CREATE POLICY office_reads ON public.scorecard_comment FOR SELECT TO wego_secretariat USING (((edition_id IN ( SELECT public.office_editions() AS office_editions)) AND (EXISTS ( SELECT
   FROM public.scorecard s
  WHERE ((s.id = scorecard_comment.scorecard_id) AND (s.round_id IN ( SELECT public.closed_rounds() AS closed_rounds)))))));

CREATE POLICY office_reads ON public.scorecard_revision FOR SELECT TO wego_secretariat USING (((edition_id IN ( SELECT public.office_editions() AS office_editions)) AND (EXISTS ( SELECT
   FROM public.scorecard s
  WHERE ((s.id = scorecard_revision.scorecard_id) AND (s.round_id IN ( SELECT public.closed_rounds() AS closed_rounds)))))));

CREATE POLICY office_reads ON public.secretariat FOR SELECT TO wego_secretariat USING (true);

CREATE POLICY office_sends_again ON public.letter FOR UPDATE TO wego_secretariat USING (((edition_id IN ( SELECT public.office_editions() AS office_editions)) AND (state = 'failed'::text))) WITH CHECK ((state = ANY (ARRAY['queued'::text, 'settled'::text])));

CREATE POLICY office_settles ON public.amendment FOR UPDATE TO wego_secretariat USING (((edition_id IN ( SELECT public.office_editions() AS office_editions)) AND (outcome IS NULL))) WITH CHECK ((settled_by = public.acting_person()));

CREATE POLICY office_settles ON public.appeal FOR UPDATE TO wego_secretariat USING (((edition_id IN ( SELECT public.office_editions() AS office_editions)) AND (outcome IS NULL) AND (NOT (EXISTS ( SELECT
   FROM public.judge j
  WHERE ((j.edition_id = appeal.edition_id) AND (j.person_id = public.acting_person()))))))) WITH CHECK ((settled_by = public.acting_person()));

CREATE POLICY office_settles ON public.factor_reset FOR UPDATE TO wego_secretariat USING (((edition_id IN ( SELECT public.office_editions() AS office_editions)) AND (outcome IS NULL))) WITH CHECK ((settled_by = public.acting_person()));

CREATE POLICY office_settles ON public.grave_act FOR UPDATE TO wego_secretariat USING (((edition_id IN ( SELECT public.office_editions() AS office_editions)) AND (outcome IS NULL))) WITH CHECK (((settled_by = public.acting_person()) AND ((outcome <> 'confirmed'::text) OR public.in_office_since(settled_by, edition_id, asked_at))));

CREATE POLICY office_takes_back ON public.conflict AS RESTRICTIVE FOR DELETE TO wego_secretariat USING ((found_by IS NULL));

CREATE POLICY office_takes_back ON public.scorecard AS RESTRICTIVE FOR DELETE TO wego_secretariat USING ((state = 'assigned'::text));

CREATE POLICY owner_asks ON public.applicant FOR SELECT TO wego_owner USING (true);

CREATE POLICY owner_asks ON public.city FOR SELECT TO wego_owner USING (true);

CREATE POLICY owner_asks ON public.conflict FOR SELECT TO wego_owner USING (true);

CREATE POLICY owner_asks ON public.declaration FOR SELECT TO wego_owner USING (true);

CREATE POLICY owner_asks ON public.edition FOR SELECT TO wego_owner USING (true);

CREATE POLICY owner_asks ON public.entry FOR SELECT TO wego_owner USING (true);

CREATE POLICY owner_asks ON public.judge FOR SELECT TO wego_owner USING (true);

CREATE POLICY owner_asks ON public.person FOR SELECT TO wego_owner USING (true);

CREATE POLICY owner_asks ON public.round FOR SELECT TO wego_owner USING (true);

CREATE POLICY owner_asks ON public.secretariat FOR SELECT TO wego_owner USING (true);

CREATE POLICY owner_ends ON public.mail_link TO wego_owner USING (true) WITH CHECK (true);

CREATE POLICY owner_ends ON public.session TO wego_owner USING (true) WITH CHECK (true);

CREATE POLICY owner_fills ON public.audit_word USING ((CURRENT_USER = ( SELECT pg_tables.tableowner
   FROM pg_tables
  WHERE ((pg_tables.schemaname = 'public'::name) AND (pg_tables.tablename = 'audit_word'::name))))) WITH CHECK ((CURRENT_USER = ( SELECT pg_tables.tableowner
   FROM pg_tables
  WHERE ((pg_tables.schemaname = 'public'::name) AND (pg_tables.tablename = 'audit_word'::name)))));

CREATE POLICY owner_fills ON public.letter_occasion USING ((CURRENT_USER = ( SELECT pg_tables.tableowner
   FROM pg_tables
  WHERE ((pg_tables.schemaname = 'public'::name) AND (pg_tables.tablename = 'letter_occasion'::name))))) WITH CHECK ((CURRENT_USER = ( SELECT pg_tables.tableowner
   FROM pg_tables
  WHERE ((pg_tables.schemaname = 'public'::name) AND (pg_tables.tablename = 'letter_occasion'::name)))));

CREATE POLICY owner_fills ON public.lifecycle_edge USING ((CURRENT_USER = ( SELECT pg_tables.tableowner
   FROM pg_tables
  WHERE ((pg_tables.schemaname = 'public'::name) AND (pg_tables.tablename = 'lifecycle_edge'::name))))) WITH CHECK ((CURRENT_USER = ( SELECT pg_tables.tableowner
   FROM pg_tables
  WHERE ((pg_tables.schemaname = 'public'::name) AND (pg_tables.tablename = 'lifecycle_edge'::name)))));

CREATE POLICY owner_merges ON public.applicant TO wego_owner USING (true) WITH CHECK (true);

CREATE POLICY owner_merges ON public.city FOR UPDATE TO wego_owner USING (true) WITH CHECK (true);

CREATE POLICY owner_merges ON public.entry FOR UPDATE TO wego_owner USING (true) WITH CHECK (true);

CREATE POLICY owner_merges ON public.entry_place FOR SELECT TO wego_owner USING (true);

CREATE POLICY owner_merges ON public.extension TO wego_owner USING (true) WITH CHECK (true);

CREATE POLICY owner_merges ON public.judge FOR UPDATE TO wego_owner USING (true) WITH CHECK (true);

CREATE POLICY owner_merges ON public.prize TO wego_owner USING (true) WITH CHECK (true);

CREATE POLICY owner_merges ON public.relation TO wego_owner USING (true) WITH CHECK (true);

CREATE POLICY owner_settles ON public.letter TO wego_owner USING (true) WITH CHECK (true);

ALTER TABLE public.person ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.prize ENABLE ROW LEVEL SECURITY;

CREATE POLICY public_reads ON public.category FOR SELECT TO wego_public USING ((EXISTS ( SELECT
   FROM public.edition e
  WHERE (e.id = category.edition_id))));

CREATE POLICY public_reads ON public.certificate FOR SELECT TO wego_public USING ((edition_id IN ( SELECT public.announced_editions() AS announced_editions)));

CREATE POLICY public_reads ON public.city FOR SELECT TO wego_public USING (((approved_at IS NOT NULL) AND (member OR (EXISTS ( SELECT
   FROM public.prize p
  WHERE (p.city_id = city.id))))));

CREATE POLICY public_reads ON public.decision FOR SELECT TO wego_public USING ((edition_id IN ( SELECT public.announced_editions() AS announced_editions)));

CREATE POLICY public_reads ON public.disclosed_score FOR SELECT TO wego_public USING ((to_everybody AND (edition_id IN ( SELECT public.announced_editions() AS announced_editions))));

CREATE POLICY public_reads ON public.edition FOR SELECT TO wego_public USING ((state <> ALL (ARRAY['planned'::text, 'cancelled'::text])));

CREATE POLICY public_reads ON public.judge FOR SELECT TO wego_public USING ((edition_id IN ( SELECT public.announced_editions() AS announced_editions)));

CREATE POLICY public_reads ON public.prize FOR SELECT TO wego_public USING ((edition_id IN ( SELECT public.announced_editions() AS announced_editions)));

CREATE POLICY public_reads ON public.rule_set FOR SELECT TO wego_public USING ((EXISTS ( SELECT
   FROM public.edition e
  WHERE ((e.id = rule_set.edition_id) AND (e.rule_set_id = rule_set.id)))));

CREATE POLICY public_reads ON public.tier FOR SELECT TO wego_public USING ((EXISTS ( SELECT
   FROM public.edition e
  WHERE (e.id = tier.edition_id))));

CREATE POLICY queues_wego_access ON public.letter FOR INSERT TO wego_access WITH CHECK (true);

CREATE POLICY queues_wego_applicant ON public.letter FOR INSERT TO wego_applicant WITH CHECK (true);

CREATE POLICY queues_wego_judge ON public.letter FOR INSERT TO wego_judge WITH CHECK (true);

CREATE POLICY queues_wego_secretariat ON public.letter FOR INSERT TO wego_secretariat WITH CHECK (true);

ALTER TABLE public.rate_bucket ENABLE ROW LEVEL SECURITY;

CREATE POLICY reads_wego_access ON public.audit_word FOR SELECT TO wego_access USING (true);

CREATE POLICY reads_wego_applicant ON public.audit_word FOR SELECT TO wego_applicant USING (true);

CREATE POLICY reads_wego_clock ON public.audit_word FOR SELECT TO wego_clock USING (true);

CREATE POLICY reads_wego_judge ON public.audit_word FOR SELECT TO wego_judge USING (true);

CREATE POLICY reads_wego_secretariat ON public.audit_word FOR SELECT TO wego_secretariat USING (true);

ALTER TABLE public.recovery_code ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.relation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.result_recipient ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.round ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.round_entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.rule_set ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.score ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.score_delta ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.scorecard ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.scorecard_comment ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.scorecard_revision ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.screening_check ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.sealed_input ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.secretariat ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.sent_form ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.session ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.slate ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.slate_approval ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.slate_prize ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.tally_run ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.tier ENABLE ROW LEVEL SECURITY;

CREATE POLICY widened_after_scoring ON public.tier AS RESTRICTIVE FOR UPDATE TO wego_secretariat USING (true) WITH CHECK (((NOT public.has_locked_scores(edition_id)) OR (EXISTS ( SELECT
   FROM public.amendment a
  WHERE ((a.edition_id = tier.edition_id) AND (a.outcome = 'confirmed'::text) AND (a.key = tier.key) AND (a.name = tier.name) AND (a.per_category = tier.per_category))))));

GRANT USAGE ON SCHEMA public TO wego_public;
GRANT USAGE ON SCHEMA public TO wego_access;
GRANT USAGE ON SCHEMA public TO wego_applicant;
GRANT USAGE ON SCHEMA public TO wego_judge;
GRANT USAGE ON SCHEMA public TO wego_secretariat;
GRANT USAGE ON SCHEMA public TO wego_clock;

REVOKE ALL ON FUNCTION public.account_ends_after_its_parts() FROM PUBLIC;

GRANT SELECT ON TABLE public.secretariat TO wego_clock;
GRANT SELECT,INSERT ON TABLE public.secretariat TO wego_access;
GRANT SELECT ON TABLE public.secretariat TO wego_secretariat;

GRANT INSERT(person_id) ON TABLE public.secretariat TO wego_secretariat;

GRANT INSERT(edition_id) ON TABLE public.secretariat TO wego_secretariat;

GRANT INSERT(invited_by) ON TABLE public.secretariat TO wego_secretariat;

GRANT UPDATE(accepted_at) ON TABLE public.secretariat TO wego_access;

GRANT UPDATE(declined_at) ON TABLE public.secretariat TO wego_access;

GRANT UPDATE(confirmed_by) ON TABLE public.secretariat TO wego_secretariat;

GRANT UPDATE(confirmed_at) ON TABLE public.secretariat TO wego_secretariat;

GRANT UPDATE(end_asked_by) ON TABLE public.secretariat TO wego_secretariat;

GRANT UPDATE(end_asked_at) ON TABLE public.secretariat TO wego_secretariat;

GRANT UPDATE(end_reason) ON TABLE public.secretariat TO wego_secretariat;

GRANT UPDATE(ended_by) ON TABLE public.secretariat TO wego_secretariat;
GRANT UPDATE(ended_by) ON TABLE public.secretariat TO wego_access;

GRANT UPDATE(ended_at) ON TABLE public.secretariat TO wego_secretariat;
GRANT UPDATE(ended_at) ON TABLE public.secretariat TO wego_access;

GRANT SELECT,UPDATE ON TABLE public.edition TO wego_clock;
GRANT SELECT ON TABLE public.edition TO wego_access;
GRANT SELECT ON TABLE public.edition TO wego_public;
GRANT SELECT ON TABLE public.edition TO wego_applicant;
GRANT SELECT,INSERT,UPDATE ON TABLE public.edition TO wego_secretariat;
GRANT SELECT ON TABLE public.edition TO wego_judge;

GRANT SELECT ON TABLE public.applicant TO wego_clock;
GRANT SELECT,DELETE ON TABLE public.applicant TO wego_access;
GRANT SELECT,INSERT,DELETE ON TABLE public.applicant TO wego_applicant;
GRANT SELECT,INSERT,DELETE ON TABLE public.applicant TO wego_secretariat;

GRANT UPDATE(confirmed_at) ON TABLE public.applicant TO wego_applicant;
GRANT UPDATE(confirmed_at) ON TABLE public.applicant TO wego_secretariat;

REVOKE ALL ON FUNCTION public.city_name_is_new() FROM PUBLIC;

GRANT SELECT ON TABLE public.city TO wego_clock;
GRANT SELECT ON TABLE public.city TO wego_public;
GRANT SELECT ON TABLE public.city TO wego_applicant;
GRANT SELECT,INSERT,UPDATE ON TABLE public.city TO wego_secretariat;
GRANT SELECT ON TABLE public.city TO wego_judge;

GRANT INSERT(official_name) ON TABLE public.city TO wego_applicant;

GRANT INSERT(printed_name) ON TABLE public.city TO wego_applicant;

GRANT INSERT(country) ON TABLE public.city TO wego_applicant;

GRANT INSERT(printed_country) ON TABLE public.city TO wego_applicant;

GRANT INSERT(parent_id) ON TABLE public.city TO wego_applicant;

GRANT INSERT(region) ON TABLE public.city TO wego_applicant;

GRANT INSERT(proposed_by) ON TABLE public.city TO wego_applicant;

GRANT SELECT(other_names) ON TABLE public.city TO wego_public;
GRANT SELECT(other_names) ON TABLE public.city TO wego_applicant;
GRANT SELECT(other_names) ON TABLE public.city TO wego_judge;
GRANT SELECT(other_names) ON TABLE public.city TO wego_clock;

GRANT SELECT(merged_into) ON TABLE public.city TO wego_public;
GRANT SELECT(merged_into) ON TABLE public.city TO wego_applicant;
GRANT SELECT(merged_into) ON TABLE public.city TO wego_judge;
GRANT SELECT(merged_into) ON TABLE public.city TO wego_clock;

GRANT SELECT(folded) ON TABLE public.city TO wego_public;
GRANT SELECT(folded) ON TABLE public.city TO wego_applicant;
GRANT SELECT(folded) ON TABLE public.city TO wego_judge;
GRANT SELECT(folded) ON TABLE public.city TO wego_clock;

GRANT SELECT(stems) ON TABLE public.city TO wego_public;
GRANT SELECT(stems) ON TABLE public.city TO wego_applicant;
GRANT SELECT(stems) ON TABLE public.city TO wego_judge;
GRANT SELECT(stems) ON TABLE public.city TO wego_clock;

REVOKE ALL ON FUNCTION public.city_named(country text, name text, parent bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.city_named(country text, name text, parent bigint) TO wego_applicant;
GRANT ALL ON FUNCTION public.city_named(country text, name text, parent bigint) TO wego_secretariat;

GRANT SELECT,UPDATE ON TABLE public.round TO wego_clock;
GRANT SELECT,INSERT,UPDATE ON TABLE public.round TO wego_secretariat;
GRANT SELECT ON TABLE public.round TO wego_judge;

GRANT SELECT ON TABLE public.rule_set TO wego_clock;
GRANT SELECT ON TABLE public.rule_set TO wego_public;
GRANT SELECT ON TABLE public.rule_set TO wego_applicant;
GRANT SELECT,INSERT ON TABLE public.rule_set TO wego_secretariat;
GRANT SELECT ON TABLE public.rule_set TO wego_judge;

GRANT UPDATE(frozen_at) ON TABLE public.rule_set TO wego_secretariat;

REVOKE ALL ON FUNCTION public.end_links_to_old_address() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.end_sessions_with_the_right() FROM PUBLIC;

GRANT SELECT,UPDATE ON TABLE public.scorecard TO wego_clock;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.scorecard TO wego_secretariat;
GRANT SELECT ON TABLE public.scorecard TO wego_judge;

GRANT SELECT(id) ON TABLE public.scorecard TO wego_access;

GRANT SELECT(edition_id) ON TABLE public.scorecard TO wego_access;
GRANT INSERT(edition_id) ON TABLE public.scorecard TO wego_clock;

GRANT INSERT(round_id) ON TABLE public.scorecard TO wego_clock;

GRANT SELECT(judge_id) ON TABLE public.scorecard TO wego_access;
GRANT INSERT(judge_id) ON TABLE public.scorecard TO wego_clock;

GRANT SELECT(entry_id) ON TABLE public.scorecard TO wego_access;
GRANT INSERT(entry_id) ON TABLE public.scorecard TO wego_clock;

GRANT INSERT(rule_set_id) ON TABLE public.scorecard TO wego_clock;

GRANT INSERT(entry_version) ON TABLE public.scorecard TO wego_clock;

GRANT UPDATE(state) ON TABLE public.scorecard TO wego_judge;

GRANT UPDATE(version) ON TABLE public.scorecard TO wego_judge;

GRANT INSERT(assigned_by) ON TABLE public.scorecard TO wego_clock;

GRANT INSERT(explanation) ON TABLE public.scorecard TO wego_clock;

GRANT UPDATE(reason) ON TABLE public.scorecard TO wego_judge;

GRANT INSERT(assigned_at) ON TABLE public.scorecard TO wego_clock;

GRANT UPDATE(submitted_at) ON TABLE public.scorecard TO wego_judge;

GRANT UPDATE(submitted_hash) ON TABLE public.scorecard TO wego_judge;

GRANT SELECT ON TABLE public.person TO wego_clock;
GRANT SELECT,INSERT,UPDATE ON TABLE public.person TO wego_access;
GRANT SELECT ON TABLE public.person TO wego_applicant;
GRANT SELECT ON TABLE public.person TO wego_secretariat;
GRANT SELECT ON TABLE public.person TO wego_judge;

GRANT INSERT(email),UPDATE(email) ON TABLE public.person TO wego_secretariat;

GRANT INSERT(name) ON TABLE public.person TO wego_secretariat;

GRANT INSERT(language) ON TABLE public.person TO wego_secretariat;

GRANT INSERT(demonstration) ON TABLE public.person TO wego_secretariat;

REVOKE ALL ON FUNCTION public.is_alone_in_office(edition bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_alone_in_office(edition bigint) TO wego_secretariat;

GRANT SELECT ON TABLE public.grave_act TO wego_secretariat;

GRANT INSERT(edition_id) ON TABLE public.grave_act TO wego_secretariat;

GRANT INSERT(act) ON TABLE public.grave_act TO wego_secretariat;

GRANT INSERT(entry_id) ON TABLE public.grave_act TO wego_secretariat;

GRANT INSERT(certificate_id) ON TABLE public.grave_act TO wego_secretariat;

GRANT INSERT(reason) ON TABLE public.grave_act TO wego_secretariat;

GRANT INSERT(present) ON TABLE public.grave_act TO wego_secretariat;

GRANT INSERT(recused) ON TABLE public.grave_act TO wego_secretariat;

GRANT INSERT(votes_for) ON TABLE public.grave_act TO wego_secretariat;

GRANT INSERT(votes_against) ON TABLE public.grave_act TO wego_secretariat;

GRANT INSERT(abstained) ON TABLE public.grave_act TO wego_secretariat;

GRANT INSERT(public_note) ON TABLE public.grave_act TO wego_secretariat;

GRANT INSERT(asked_by) ON TABLE public.grave_act TO wego_secretariat;

GRANT INSERT(asked_at) ON TABLE public.grave_act TO wego_secretariat;

GRANT INSERT(asked_after) ON TABLE public.grave_act TO wego_secretariat;

GRANT UPDATE(outcome) ON TABLE public.grave_act TO wego_secretariat;

GRANT UPDATE(word) ON TABLE public.grave_act TO wego_secretariat;

GRANT UPDATE(settled_by) ON TABLE public.grave_act TO wego_secretariat;

GRANT UPDATE(settled_at) ON TABLE public.grave_act TO wego_secretariat;

REVOKE ALL ON FUNCTION public.keep_answer_revision() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.merge_cities(duplicate bigint, kept bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.merge_cities(duplicate bigint, kept bigint) TO wego_secretariat;

REVOKE ALL ON FUNCTION public.my_clear_entries_that_stand() FROM PUBLIC;
GRANT ALL ON FUNCTION public.my_clear_entries_that_stand() TO wego_judge;

GRANT SELECT,UPDATE ON TABLE public.entry TO wego_clock;
GRANT SELECT,INSERT,UPDATE ON TABLE public.entry TO wego_secretariat;

GRANT SELECT(id) ON TABLE public.entry TO wego_access;
GRANT SELECT(id) ON TABLE public.entry TO wego_applicant;
GRANT SELECT(id) ON TABLE public.entry TO wego_judge;

GRANT SELECT(edition_id) ON TABLE public.entry TO wego_access;
GRANT SELECT(edition_id),INSERT(edition_id) ON TABLE public.entry TO wego_applicant;
GRANT SELECT(edition_id) ON TABLE public.entry TO wego_judge;

GRANT SELECT(city_id) ON TABLE public.entry TO wego_access;
GRANT SELECT(city_id),INSERT(city_id) ON TABLE public.entry TO wego_applicant;
GRANT SELECT(city_id) ON TABLE public.entry TO wego_judge;

GRANT SELECT(category_id),INSERT(category_id),UPDATE(category_id) ON TABLE public.entry TO wego_applicant;
GRANT SELECT(category_id) ON TABLE public.entry TO wego_judge;

GRANT SELECT(number),UPDATE(number) ON TABLE public.entry TO wego_applicant;
GRANT SELECT(number) ON TABLE public.entry TO wego_judge;

GRANT SELECT(place),UPDATE(place) ON TABLE public.entry TO wego_applicant;

GRANT SELECT(title),INSERT(title),UPDATE(title) ON TABLE public.entry TO wego_applicant;
GRANT SELECT(title) ON TABLE public.entry TO wego_judge;

GRANT SELECT(state),UPDATE(state) ON TABLE public.entry TO wego_applicant;

GRANT SELECT(version),UPDATE(version) ON TABLE public.entry TO wego_applicant;

GRANT SELECT(third_party),INSERT(third_party),UPDATE(third_party) ON TABLE public.entry TO wego_applicant;
GRANT SELECT(third_party) ON TABLE public.entry TO wego_judge;

GRANT SELECT(provider_name),INSERT(provider_name),UPDATE(provider_name) ON TABLE public.entry TO wego_applicant;
GRANT SELECT(provider_name) ON TABLE public.entry TO wego_judge;

GRANT SELECT(returned_reason),UPDATE(returned_reason) ON TABLE public.entry TO wego_applicant;

GRANT SELECT(return_due_at),UPDATE(return_due_at) ON TABLE public.entry TO wego_applicant;

GRANT SELECT(closing_reason),UPDATE(closing_reason) ON TABLE public.entry TO wego_applicant;

GRANT SELECT(created_by),INSERT(created_by) ON TABLE public.entry TO wego_applicant;

GRANT SELECT(created_at),INSERT(created_at) ON TABLE public.entry TO wego_applicant;

GRANT SELECT(submitted_at),UPDATE(submitted_at) ON TABLE public.entry TO wego_applicant;
GRANT SELECT(submitted_at) ON TABLE public.entry TO wego_judge;

GRANT SELECT(current_version),UPDATE(current_version) ON TABLE public.entry TO wego_applicant;
GRANT SELECT(current_version) ON TABLE public.entry TO wego_judge;

REVOKE ALL ON FUNCTION public.note_confirming_transaction() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.only_what_was_proposed_is_taken_back() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.own_cities() FROM PUBLIC;
GRANT ALL ON FUNCTION public.own_cities() TO wego_secretariat;

REVOKE ALL ON FUNCTION public.prize_is_shared_by_decision() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.refuse_unknown_audit_word() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.replace_invitation() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.settle_letters_of_link() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.two_people_move_an_edition() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.two_people_revoke_a_certificate() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.two_people_revoke_an_award() FROM PUBLIC;

GRANT SELECT ON TABLE public.amendment TO wego_secretariat;

GRANT INSERT(edition_id) ON TABLE public.amendment TO wego_secretariat;

GRANT INSERT(adds_tier) ON TABLE public.amendment TO wego_secretariat;

GRANT INSERT(key) ON TABLE public.amendment TO wego_secretariat;

GRANT INSERT(name) ON TABLE public.amendment TO wego_secretariat;

GRANT INSERT(per_category) ON TABLE public.amendment TO wego_secretariat;

GRANT INSERT(reason) ON TABLE public.amendment TO wego_secretariat;

GRANT INSERT(present) ON TABLE public.amendment TO wego_secretariat;

GRANT INSERT(recused) ON TABLE public.amendment TO wego_secretariat;

GRANT INSERT(votes_for) ON TABLE public.amendment TO wego_secretariat;

GRANT INSERT(votes_against) ON TABLE public.amendment TO wego_secretariat;

GRANT INSERT(abstained) ON TABLE public.amendment TO wego_secretariat;

GRANT INSERT(public_note) ON TABLE public.amendment TO wego_secretariat;

GRANT INSERT(proposed_by) ON TABLE public.amendment TO wego_secretariat;

GRANT INSERT(proposed_at) ON TABLE public.amendment TO wego_secretariat;

GRANT UPDATE(outcome) ON TABLE public.amendment TO wego_secretariat;

GRANT UPDATE(settled_by) ON TABLE public.amendment TO wego_secretariat;

GRANT UPDATE(settled_at) ON TABLE public.amendment TO wego_secretariat;

GRANT UPDATE(decision_id) ON TABLE public.amendment TO wego_secretariat;

GRANT SELECT ON TABLE public.answer TO wego_clock;
GRANT SELECT,INSERT ON TABLE public.answer TO wego_applicant;
GRANT SELECT ON TABLE public.answer TO wego_secretariat;

GRANT UPDATE(value) ON TABLE public.answer TO wego_applicant;

GRANT UPDATE(version) ON TABLE public.answer TO wego_applicant;

GRANT UPDATE(saved_at) ON TABLE public.answer TO wego_applicant;

GRANT UPDATE(saved_by) ON TABLE public.answer TO wego_applicant;

GRANT UPDATE(key) ON TABLE public.answer TO wego_applicant;

GRANT SELECT,INSERT ON TABLE public.answer_revision TO wego_applicant;

GRANT SELECT ON TABLE public.appeal TO wego_applicant;
GRANT SELECT ON TABLE public.appeal TO wego_secretariat;

GRANT INSERT(edition_id) ON TABLE public.appeal TO wego_applicant;

GRANT INSERT(entry_id) ON TABLE public.appeal TO wego_applicant;

GRANT INSERT(ground) ON TABLE public.appeal TO wego_applicant;

GRANT INSERT(body) ON TABLE public.appeal TO wego_applicant;

GRANT INSERT(lodged_by) ON TABLE public.appeal TO wego_applicant;

GRANT INSERT(lodged_at) ON TABLE public.appeal TO wego_applicant;

GRANT UPDATE(outcome) ON TABLE public.appeal TO wego_secretariat;

GRANT UPDATE(answer) ON TABLE public.appeal TO wego_secretariat;

GRANT UPDATE(decision_id) ON TABLE public.appeal TO wego_secretariat;

GRANT UPDATE(settled_by) ON TABLE public.appeal TO wego_secretariat;

GRANT UPDATE(settled_at) ON TABLE public.appeal TO wego_secretariat;

GRANT SELECT,DELETE ON TABLE public.attachment TO wego_clock;
GRANT SELECT,INSERT ON TABLE public.attachment TO wego_applicant;
GRANT SELECT ON TABLE public.attachment TO wego_secretariat;
GRANT SELECT ON TABLE public.attachment TO wego_judge;

GRANT SELECT(id) ON TABLE public.attachment TO wego_access;

GRANT SELECT(entry_id) ON TABLE public.attachment TO wego_access;

GRANT UPDATE(name) ON TABLE public.attachment TO wego_applicant;

GRANT UPDATE(media_type) ON TABLE public.attachment TO wego_applicant;

GRANT UPDATE(received) ON TABLE public.attachment TO wego_applicant;

GRANT UPDATE(hash) ON TABLE public.attachment TO wego_applicant;

GRANT UPDATE(state) ON TABLE public.attachment TO wego_applicant;

GRANT SELECT,DELETE ON TABLE public.attachment_chunk TO wego_clock;
GRANT SELECT,INSERT ON TABLE public.attachment_chunk TO wego_applicant;
GRANT SELECT ON TABLE public.attachment_chunk TO wego_secretariat;
GRANT SELECT ON TABLE public.attachment_chunk TO wego_judge;

GRANT SELECT ON TABLE public.audit_event TO wego_clock;
GRANT SELECT ON TABLE public.audit_event TO wego_secretariat;

GRANT INSERT(edition_id) ON TABLE public.audit_event TO wego_access;
GRANT INSERT(edition_id) ON TABLE public.audit_event TO wego_applicant;
GRANT INSERT(edition_id) ON TABLE public.audit_event TO wego_judge;
GRANT INSERT(edition_id) ON TABLE public.audit_event TO wego_secretariat;
GRANT INSERT(edition_id) ON TABLE public.audit_event TO wego_clock;

GRANT INSERT(happened_at) ON TABLE public.audit_event TO wego_access;
GRANT INSERT(happened_at) ON TABLE public.audit_event TO wego_applicant;
GRANT INSERT(happened_at) ON TABLE public.audit_event TO wego_judge;
GRANT INSERT(happened_at) ON TABLE public.audit_event TO wego_secretariat;
GRANT INSERT(happened_at) ON TABLE public.audit_event TO wego_clock;

GRANT INSERT(actor_id) ON TABLE public.audit_event TO wego_access;
GRANT INSERT(actor_id) ON TABLE public.audit_event TO wego_applicant;
GRANT INSERT(actor_id) ON TABLE public.audit_event TO wego_judge;
GRANT INSERT(actor_id) ON TABLE public.audit_event TO wego_secretariat;
GRANT INSERT(actor_id) ON TABLE public.audit_event TO wego_clock;

GRANT INSERT(actor_role) ON TABLE public.audit_event TO wego_access;
GRANT INSERT(actor_role) ON TABLE public.audit_event TO wego_applicant;
GRANT INSERT(actor_role) ON TABLE public.audit_event TO wego_judge;
GRANT INSERT(actor_role) ON TABLE public.audit_event TO wego_secretariat;
GRANT INSERT(actor_role) ON TABLE public.audit_event TO wego_clock;

GRANT INSERT(subject) ON TABLE public.audit_event TO wego_access;
GRANT INSERT(subject) ON TABLE public.audit_event TO wego_applicant;
GRANT INSERT(subject) ON TABLE public.audit_event TO wego_judge;
GRANT INSERT(subject) ON TABLE public.audit_event TO wego_secretariat;
GRANT INSERT(subject) ON TABLE public.audit_event TO wego_clock;

GRANT INSERT(subject_id) ON TABLE public.audit_event TO wego_access;
GRANT INSERT(subject_id) ON TABLE public.audit_event TO wego_applicant;
GRANT INSERT(subject_id) ON TABLE public.audit_event TO wego_judge;
GRANT INSERT(subject_id) ON TABLE public.audit_event TO wego_secretariat;
GRANT INSERT(subject_id) ON TABLE public.audit_event TO wego_clock;

GRANT INSERT(action) ON TABLE public.audit_event TO wego_access;
GRANT INSERT(action) ON TABLE public.audit_event TO wego_applicant;
GRANT INSERT(action) ON TABLE public.audit_event TO wego_judge;
GRANT INSERT(action) ON TABLE public.audit_event TO wego_secretariat;
GRANT INSERT(action) ON TABLE public.audit_event TO wego_clock;

GRANT INSERT(machine) ON TABLE public.audit_event TO wego_access;
GRANT INSERT(machine) ON TABLE public.audit_event TO wego_applicant;
GRANT INSERT(machine) ON TABLE public.audit_event TO wego_judge;
GRANT INSERT(machine) ON TABLE public.audit_event TO wego_secretariat;
GRANT INSERT(machine) ON TABLE public.audit_event TO wego_clock;

GRANT INSERT(from_state) ON TABLE public.audit_event TO wego_access;
GRANT INSERT(from_state) ON TABLE public.audit_event TO wego_applicant;
GRANT INSERT(from_state) ON TABLE public.audit_event TO wego_judge;
GRANT INSERT(from_state) ON TABLE public.audit_event TO wego_secretariat;
GRANT INSERT(from_state) ON TABLE public.audit_event TO wego_clock;

GRANT INSERT(to_state) ON TABLE public.audit_event TO wego_access;
GRANT INSERT(to_state) ON TABLE public.audit_event TO wego_applicant;
GRANT INSERT(to_state) ON TABLE public.audit_event TO wego_judge;
GRANT INSERT(to_state) ON TABLE public.audit_event TO wego_secretariat;
GRANT INSERT(to_state) ON TABLE public.audit_event TO wego_clock;

GRANT INSERT(body) ON TABLE public.audit_event TO wego_access;
GRANT INSERT(body) ON TABLE public.audit_event TO wego_applicant;
GRANT INSERT(body) ON TABLE public.audit_event TO wego_judge;
GRANT INSERT(body) ON TABLE public.audit_event TO wego_secretariat;
GRANT INSERT(body) ON TABLE public.audit_event TO wego_clock;

GRANT INSERT(salt) ON TABLE public.audit_event TO wego_access;
GRANT INSERT(salt) ON TABLE public.audit_event TO wego_applicant;
GRANT INSERT(salt) ON TABLE public.audit_event TO wego_judge;
GRANT INSERT(salt) ON TABLE public.audit_event TO wego_secretariat;
GRANT INSERT(salt) ON TABLE public.audit_event TO wego_clock;

GRANT INSERT(leaf_hash) ON TABLE public.audit_event TO wego_access;
GRANT INSERT(leaf_hash) ON TABLE public.audit_event TO wego_applicant;
GRANT INSERT(leaf_hash) ON TABLE public.audit_event TO wego_judge;
GRANT INSERT(leaf_hash) ON TABLE public.audit_event TO wego_secretariat;
GRANT INSERT(leaf_hash) ON TABLE public.audit_event TO wego_clock;

GRANT SELECT ON TABLE public.audit_word TO wego_access;
GRANT SELECT ON TABLE public.audit_word TO wego_applicant;
GRANT SELECT ON TABLE public.audit_word TO wego_judge;
GRANT SELECT ON TABLE public.audit_word TO wego_secretariat;
GRANT SELECT ON TABLE public.audit_word TO wego_clock;

GRANT SELECT ON TABLE public.category TO wego_clock;
GRANT SELECT ON TABLE public.category TO wego_public;
GRANT SELECT ON TABLE public.category TO wego_applicant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.category TO wego_secretariat;
GRANT SELECT ON TABLE public.category TO wego_judge;

GRANT SELECT,UPDATE ON TABLE public.certificate TO wego_clock;
GRANT SELECT ON TABLE public.certificate TO wego_public;
GRANT SELECT ON TABLE public.certificate TO wego_applicant;
GRANT SELECT,UPDATE ON TABLE public.certificate TO wego_secretariat;
GRANT SELECT ON TABLE public.certificate TO wego_judge;

GRANT SELECT(id) ON TABLE public.certificate TO wego_access;

GRANT INSERT(serial) ON TABLE public.certificate TO wego_clock;
GRANT INSERT(serial) ON TABLE public.certificate TO wego_secretariat;

GRANT SELECT(edition_id) ON TABLE public.certificate TO wego_access;
GRANT INSERT(edition_id) ON TABLE public.certificate TO wego_clock;
GRANT INSERT(edition_id) ON TABLE public.certificate TO wego_secretariat;

GRANT INSERT(kind) ON TABLE public.certificate TO wego_clock;
GRANT INSERT(kind) ON TABLE public.certificate TO wego_secretariat;

GRANT SELECT(entry_id) ON TABLE public.certificate TO wego_access;
GRANT INSERT(entry_id) ON TABLE public.certificate TO wego_clock;
GRANT INSERT(entry_id) ON TABLE public.certificate TO wego_secretariat;

GRANT SELECT(judge_id) ON TABLE public.certificate TO wego_access;
GRANT INSERT(judge_id) ON TABLE public.certificate TO wego_clock;
GRANT INSERT(judge_id) ON TABLE public.certificate TO wego_secretariat;

GRANT INSERT(prize_id) ON TABLE public.certificate TO wego_clock;
GRANT INSERT(prize_id) ON TABLE public.certificate TO wego_secretariat;

GRANT INSERT(body) ON TABLE public.certificate TO wego_clock;
GRANT INSERT(body) ON TABLE public.certificate TO wego_secretariat;

GRANT INSERT(issued_on) ON TABLE public.certificate TO wego_clock;
GRANT INSERT(issued_on) ON TABLE public.certificate TO wego_secretariat;

GRANT INSERT(state) ON TABLE public.certificate TO wego_clock;
GRANT INSERT(state) ON TABLE public.certificate TO wego_secretariat;

GRANT INSERT(version) ON TABLE public.certificate TO wego_clock;
GRANT INSERT(version) ON TABLE public.certificate TO wego_secretariat;

GRANT INSERT(superseded_by) ON TABLE public.certificate TO wego_clock;
GRANT INSERT(superseded_by) ON TABLE public.certificate TO wego_secretariat;

GRANT INSERT(reason) ON TABLE public.certificate TO wego_clock;
GRANT INSERT(reason) ON TABLE public.certificate TO wego_secretariat;

GRANT INSERT(changed_at) ON TABLE public.certificate TO wego_clock;
GRANT INSERT(changed_at) ON TABLE public.certificate TO wego_secretariat;

GRANT SELECT,INSERT,DELETE ON TABLE public.conflict TO wego_clock;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conflict TO wego_secretariat;
GRANT INSERT ON TABLE public.conflict TO wego_judge;

GRANT SELECT(edition_id) ON TABLE public.conflict TO wego_judge;

GRANT SELECT(judge_id) ON TABLE public.conflict TO wego_access;
GRANT SELECT(judge_id) ON TABLE public.conflict TO wego_judge;

GRANT SELECT(entry_id) ON TABLE public.conflict TO wego_access;
GRANT SELECT(entry_id) ON TABLE public.conflict TO wego_judge;

GRANT SELECT(bars) ON TABLE public.conflict TO wego_access;
GRANT SELECT(bars) ON TABLE public.conflict TO wego_judge;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.credential TO wego_access;

GRANT SELECT ON TABLE public.decision TO wego_clock;
GRANT SELECT ON TABLE public.decision TO wego_secretariat;
GRANT SELECT ON TABLE public.decision TO wego_judge;

GRANT SELECT(id) ON TABLE public.decision TO wego_public;

GRANT SELECT(edition_id) ON TABLE public.decision TO wego_public;
GRANT INSERT(edition_id) ON TABLE public.decision TO wego_secretariat;

GRANT INSERT(kind) ON TABLE public.decision TO wego_secretariat;
GRANT SELECT(kind) ON TABLE public.decision TO wego_public;

GRANT INSERT(reason) ON TABLE public.decision TO wego_secretariat;

GRANT INSERT(present) ON TABLE public.decision TO wego_secretariat;

GRANT INSERT(recused) ON TABLE public.decision TO wego_secretariat;

GRANT INSERT(votes_for) ON TABLE public.decision TO wego_secretariat;

GRANT INSERT(votes_against) ON TABLE public.decision TO wego_secretariat;

GRANT INSERT(abstained) ON TABLE public.decision TO wego_secretariat;

GRANT SELECT(public_note) ON TABLE public.decision TO wego_public;
GRANT INSERT(public_note) ON TABLE public.decision TO wego_secretariat;

GRANT INSERT(body) ON TABLE public.decision TO wego_secretariat;

GRANT INSERT(made_by) ON TABLE public.decision TO wego_secretariat;

GRANT INSERT(made_at) ON TABLE public.decision TO wego_secretariat;

GRANT SELECT(takes_back) ON TABLE public.decision TO wego_public;

GRANT SELECT,INSERT ON TABLE public.decision_relied_on TO wego_secretariat;

GRANT SELECT ON TABLE public.declaration TO wego_secretariat;
GRANT SELECT,INSERT ON TABLE public.declaration TO wego_judge;
GRANT SELECT ON TABLE public.declaration TO wego_clock;

GRANT UPDATE(has_conflict) ON TABLE public.declaration TO wego_judge;

GRANT UPDATE(reason) ON TABLE public.declaration TO wego_judge;

GRANT UPDATE(typed_name) ON TABLE public.declaration TO wego_judge;

GRANT UPDATE(declared_at) ON TABLE public.declaration TO wego_judge;

GRANT SELECT ON TABLE public.deliberation_note TO wego_secretariat;
GRANT SELECT ON TABLE public.deliberation_note TO wego_judge;

GRANT INSERT(edition_id) ON TABLE public.deliberation_note TO wego_judge;
GRANT INSERT(edition_id) ON TABLE public.deliberation_note TO wego_secretariat;

GRANT INSERT(round_id) ON TABLE public.deliberation_note TO wego_judge;
GRANT INSERT(round_id) ON TABLE public.deliberation_note TO wego_secretariat;

GRANT INSERT(entry_id) ON TABLE public.deliberation_note TO wego_judge;
GRANT INSERT(entry_id) ON TABLE public.deliberation_note TO wego_secretariat;

GRANT INSERT(judge_id) ON TABLE public.deliberation_note TO wego_judge;
GRANT INSERT(judge_id) ON TABLE public.deliberation_note TO wego_secretariat;

GRANT INSERT(person_id) ON TABLE public.deliberation_note TO wego_judge;
GRANT INSERT(person_id) ON TABLE public.deliberation_note TO wego_secretariat;

GRANT INSERT(body) ON TABLE public.deliberation_note TO wego_judge;
GRANT INSERT(body) ON TABLE public.deliberation_note TO wego_secretariat;

GRANT INSERT(written_at) ON TABLE public.deliberation_note TO wego_secretariat;

GRANT SELECT,INSERT ON TABLE public.disclosed_comment TO wego_secretariat;
GRANT SELECT,INSERT ON TABLE public.disclosed_comment TO wego_clock;
GRANT SELECT ON TABLE public.disclosed_comment TO wego_applicant;

GRANT SELECT,INSERT ON TABLE public.disclosed_score TO wego_secretariat;
GRANT SELECT,INSERT ON TABLE public.disclosed_score TO wego_clock;
GRANT SELECT ON TABLE public.disclosed_score TO wego_applicant;
GRANT SELECT ON TABLE public.disclosed_score TO wego_public;

GRANT SELECT ON TABLE public.entry_place TO wego_applicant;
GRANT SELECT,INSERT,DELETE ON TABLE public.entry_place TO wego_secretariat;
GRANT SELECT ON TABLE public.entry_place TO wego_clock;

GRANT SELECT ON TABLE public.entry_version TO wego_clock;
GRANT SELECT,INSERT ON TABLE public.entry_version TO wego_applicant;
GRANT SELECT ON TABLE public.entry_version TO wego_secretariat;
GRANT SELECT ON TABLE public.entry_version TO wego_judge;

GRANT SELECT ON TABLE public.extension TO wego_clock;
GRANT SELECT ON TABLE public.extension TO wego_applicant;
GRANT SELECT,INSERT ON TABLE public.extension TO wego_secretariat;

GRANT SELECT ON TABLE public.factor_reset TO wego_secretariat;

GRANT INSERT(edition_id) ON TABLE public.factor_reset TO wego_secretariat;

GRANT INSERT(person_id) ON TABLE public.factor_reset TO wego_secretariat;

GRANT INSERT(reason) ON TABLE public.factor_reset TO wego_secretariat;

GRANT INSERT(asked_by) ON TABLE public.factor_reset TO wego_secretariat;

GRANT UPDATE(outcome) ON TABLE public.factor_reset TO wego_secretariat;

GRANT UPDATE(settled_by) ON TABLE public.factor_reset TO wego_secretariat;

GRANT UPDATE(settled_at) ON TABLE public.factor_reset TO wego_secretariat;

GRANT SELECT ON TABLE public.judge TO wego_clock;
GRANT SELECT ON TABLE public.judge TO wego_access;
GRANT SELECT,INSERT,UPDATE ON TABLE public.judge TO wego_secretariat;

GRANT SELECT(id) ON TABLE public.judge TO wego_public;
GRANT SELECT(id) ON TABLE public.judge TO wego_judge;

GRANT SELECT(edition_id) ON TABLE public.judge TO wego_public;
GRANT SELECT(edition_id) ON TABLE public.judge TO wego_judge;

GRANT SELECT(person_id) ON TABLE public.judge TO wego_judge;

GRANT SELECT(name) ON TABLE public.judge TO wego_public;
GRANT SELECT(name) ON TABLE public.judge TO wego_judge;

GRANT SELECT(title) ON TABLE public.judge TO wego_public;
GRANT SELECT(title) ON TABLE public.judge TO wego_judge;

GRANT SELECT(affiliation) ON TABLE public.judge TO wego_public;
GRANT SELECT(affiliation) ON TABLE public.judge TO wego_judge;

GRANT SELECT(country) ON TABLE public.judge TO wego_public;
GRANT SELECT(country) ON TABLE public.judge TO wego_judge;

GRANT SELECT(chair) ON TABLE public.judge TO wego_public;
GRANT SELECT(chair) ON TABLE public.judge TO wego_judge;

GRANT SELECT(alternate) ON TABLE public.judge TO wego_public;
GRANT SELECT(alternate) ON TABLE public.judge TO wego_judge;

GRANT SELECT(expertise) ON TABLE public.judge TO wego_judge;

GRANT SELECT(identity_checked_at) ON TABLE public.judge TO wego_judge;

GRANT UPDATE(terms_accepted_at) ON TABLE public.judge TO wego_access;
GRANT SELECT(terms_accepted_at),UPDATE(terms_accepted_at) ON TABLE public.judge TO wego_judge;

GRANT UPDATE(terms_name) ON TABLE public.judge TO wego_access;
GRANT SELECT(terms_name),UPDATE(terms_name) ON TABLE public.judge TO wego_judge;

GRANT SELECT(left_at) ON TABLE public.judge TO wego_public;
GRANT SELECT(left_at) ON TABLE public.judge TO wego_judge;

GRANT UPDATE(accepted_at) ON TABLE public.judge TO wego_access;

GRANT UPDATE(declined_at) ON TABLE public.judge TO wego_access;

GRANT SELECT,INSERT,UPDATE ON TABLE public.known_device TO wego_access;

GRANT SELECT ON TABLE public.late_refusal TO wego_applicant;
GRANT SELECT ON TABLE public.late_refusal TO wego_secretariat;

GRANT INSERT(edition_id) ON TABLE public.late_refusal TO wego_applicant;

GRANT INSERT(entry_id) ON TABLE public.late_refusal TO wego_applicant;

GRANT INSERT(person_id) ON TABLE public.late_refusal TO wego_applicant;

GRANT INSERT(refused_at) ON TABLE public.late_refusal TO wego_applicant;

GRANT INSERT(deadline) ON TABLE public.late_refusal TO wego_applicant;

GRANT INSERT(hash) ON TABLE public.late_refusal TO wego_applicant;

GRANT SELECT,INSERT,UPDATE ON TABLE public.letter TO wego_clock;
GRANT SELECT ON TABLE public.letter TO wego_secretariat;

GRANT INSERT(edition_id) ON TABLE public.letter TO wego_access;
GRANT INSERT(edition_id) ON TABLE public.letter TO wego_applicant;
GRANT INSERT(edition_id) ON TABLE public.letter TO wego_judge;
GRANT INSERT(edition_id) ON TABLE public.letter TO wego_secretariat;
GRANT INSERT(edition_id) ON TABLE public.letter TO wego_clock;

GRANT INSERT(occasion) ON TABLE public.letter TO wego_access;
GRANT INSERT(occasion) ON TABLE public.letter TO wego_applicant;
GRANT INSERT(occasion) ON TABLE public.letter TO wego_judge;
GRANT INSERT(occasion) ON TABLE public.letter TO wego_secretariat;
GRANT INSERT(occasion) ON TABLE public.letter TO wego_clock;

GRANT INSERT(cause) ON TABLE public.letter TO wego_access;
GRANT INSERT(cause) ON TABLE public.letter TO wego_applicant;
GRANT INSERT(cause) ON TABLE public.letter TO wego_judge;
GRANT INSERT(cause) ON TABLE public.letter TO wego_secretariat;
GRANT INSERT(cause) ON TABLE public.letter TO wego_clock;

GRANT INSERT(person_id) ON TABLE public.letter TO wego_access;
GRANT INSERT(person_id) ON TABLE public.letter TO wego_applicant;
GRANT INSERT(person_id) ON TABLE public.letter TO wego_judge;
GRANT INSERT(person_id) ON TABLE public.letter TO wego_secretariat;
GRANT INSERT(person_id) ON TABLE public.letter TO wego_clock;

GRANT INSERT(to_name) ON TABLE public.letter TO wego_access;
GRANT INSERT(to_name) ON TABLE public.letter TO wego_applicant;
GRANT INSERT(to_name) ON TABLE public.letter TO wego_judge;
GRANT INSERT(to_name) ON TABLE public.letter TO wego_secretariat;
GRANT INSERT(to_name) ON TABLE public.letter TO wego_clock;

GRANT INSERT(to_address) ON TABLE public.letter TO wego_access;
GRANT INSERT(to_address) ON TABLE public.letter TO wego_applicant;
GRANT INSERT(to_address) ON TABLE public.letter TO wego_judge;
GRANT INSERT(to_address),UPDATE(to_address) ON TABLE public.letter TO wego_secretariat;
GRANT INSERT(to_address) ON TABLE public.letter TO wego_clock;

GRANT INSERT(language) ON TABLE public.letter TO wego_access;
GRANT INSERT(language) ON TABLE public.letter TO wego_applicant;
GRANT INSERT(language) ON TABLE public.letter TO wego_judge;
GRANT INSERT(language) ON TABLE public.letter TO wego_secretariat;
GRANT INSERT(language) ON TABLE public.letter TO wego_clock;

GRANT INSERT(facts) ON TABLE public.letter TO wego_access;
GRANT INSERT(facts) ON TABLE public.letter TO wego_applicant;
GRANT INSERT(facts) ON TABLE public.letter TO wego_judge;
GRANT INSERT(facts),UPDATE(facts) ON TABLE public.letter TO wego_secretariat;
GRANT INSERT(facts) ON TABLE public.letter TO wego_clock;

GRANT UPDATE(state) ON TABLE public.letter TO wego_secretariat;

GRANT INSERT(next_attempt_at) ON TABLE public.letter TO wego_access;
GRANT INSERT(next_attempt_at) ON TABLE public.letter TO wego_applicant;
GRANT INSERT(next_attempt_at) ON TABLE public.letter TO wego_judge;
GRANT INSERT(next_attempt_at),UPDATE(next_attempt_at) ON TABLE public.letter TO wego_secretariat;
GRANT INSERT(next_attempt_at) ON TABLE public.letter TO wego_clock;

GRANT UPDATE(lease_until) ON TABLE public.letter TO wego_secretariat;

GRANT SELECT ON TABLE public.letter_occasion TO wego_secretariat;

GRANT SELECT ON TABLE public.lifecycle_edge TO wego_clock;
GRANT SELECT ON TABLE public.lifecycle_edge TO wego_secretariat;

GRANT SELECT,DELETE ON TABLE public.mail_link TO wego_clock;
GRANT SELECT,INSERT,UPDATE ON TABLE public.mail_link TO wego_access;
GRANT INSERT ON TABLE public.mail_link TO wego_secretariat;

GRANT SELECT ON TABLE public.prize TO wego_clock;
GRANT SELECT ON TABLE public.prize TO wego_public;
GRANT SELECT ON TABLE public.prize TO wego_applicant;
GRANT SELECT,UPDATE ON TABLE public.prize TO wego_secretariat;
GRANT SELECT ON TABLE public.prize TO wego_judge;

GRANT INSERT(edition_id) ON TABLE public.prize TO wego_clock;
GRANT INSERT(edition_id) ON TABLE public.prize TO wego_secretariat;

GRANT INSERT(category_id) ON TABLE public.prize TO wego_clock;
GRANT INSERT(category_id) ON TABLE public.prize TO wego_secretariat;

GRANT INSERT(tier_id) ON TABLE public.prize TO wego_clock;
GRANT INSERT(tier_id) ON TABLE public.prize TO wego_secretariat;

GRANT INSERT(place) ON TABLE public.prize TO wego_clock;
GRANT INSERT(place) ON TABLE public.prize TO wego_secretariat;

GRANT INSERT(entry_id) ON TABLE public.prize TO wego_clock;
GRANT INSERT(entry_id) ON TABLE public.prize TO wego_secretariat;

GRANT INSERT(city_id) ON TABLE public.prize TO wego_clock;
GRANT INSERT(city_id) ON TABLE public.prize TO wego_secretariat;

GRANT INSERT(printed_city) ON TABLE public.prize TO wego_clock;
GRANT INSERT(printed_city) ON TABLE public.prize TO wego_secretariat;

GRANT INSERT(printed_country) ON TABLE public.prize TO wego_clock;
GRANT INSERT(printed_country) ON TABLE public.prize TO wego_secretariat;

GRANT INSERT(title) ON TABLE public.prize TO wego_clock;
GRANT INSERT(title) ON TABLE public.prize TO wego_secretariat;

GRANT INSERT(summary) ON TABLE public.prize TO wego_clock;
GRANT INSERT(summary) ON TABLE public.prize TO wego_secretariat;

GRANT INSERT(withheld) ON TABLE public.prize TO wego_clock;
GRANT INSERT(withheld) ON TABLE public.prize TO wego_secretariat;

GRANT INSERT(state) ON TABLE public.prize TO wego_clock;
GRANT INSERT(state) ON TABLE public.prize TO wego_secretariat;

GRANT INSERT(note) ON TABLE public.prize TO wego_clock;
GRANT INSERT(note) ON TABLE public.prize TO wego_secretariat;

GRANT INSERT(changed_at) ON TABLE public.prize TO wego_clock;
GRANT INSERT(changed_at) ON TABLE public.prize TO wego_secretariat;

GRANT INSERT(decision_id) ON TABLE public.prize TO wego_clock;
GRANT INSERT(decision_id) ON TABLE public.prize TO wego_secretariat;

GRANT SELECT,DELETE ON TABLE public.rate_bucket TO wego_clock;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rate_bucket TO wego_access;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.recovery_code TO wego_access;

GRANT SELECT ON TABLE public.relation TO wego_clock;
GRANT SELECT,INSERT,DELETE ON TABLE public.relation TO wego_secretariat;

GRANT SELECT,INSERT ON TABLE public.result_recipient TO wego_secretariat;
GRANT SELECT ON TABLE public.result_recipient TO wego_clock;

GRANT SELECT ON TABLE public.round_entry TO wego_clock;
GRANT SELECT,INSERT,DELETE ON TABLE public.round_entry TO wego_secretariat;
GRANT SELECT ON TABLE public.round_entry TO wego_judge;

GRANT SELECT ON TABLE public.score TO wego_secretariat;
GRANT SELECT,INSERT ON TABLE public.score TO wego_judge;
GRANT SELECT ON TABLE public.score TO wego_clock;

GRANT UPDATE(value) ON TABLE public.score TO wego_judge;

GRANT UPDATE(reason) ON TABLE public.score TO wego_judge;

GRANT SELECT ON TABLE public.score_delta TO wego_secretariat;
GRANT SELECT ON TABLE public.score_delta TO wego_judge;
GRANT SELECT ON TABLE public.score_delta TO wego_clock;

GRANT INSERT(edition_id) ON TABLE public.score_delta TO wego_judge;

GRANT INSERT(scorecard_id) ON TABLE public.score_delta TO wego_judge;

GRANT INSERT(criterion) ON TABLE public.score_delta TO wego_judge;

GRANT INSERT(from_value) ON TABLE public.score_delta TO wego_judge;

GRANT INSERT(to_value) ON TABLE public.score_delta TO wego_judge;

GRANT INSERT(reason) ON TABLE public.score_delta TO wego_judge;

GRANT INSERT(changed_at) ON TABLE public.score_delta TO wego_judge;

GRANT SELECT ON TABLE public.scorecard_comment TO wego_secretariat;
GRANT SELECT,INSERT ON TABLE public.scorecard_comment TO wego_judge;
GRANT SELECT ON TABLE public.scorecard_comment TO wego_clock;

GRANT UPDATE(body) ON TABLE public.scorecard_comment TO wego_judge;

GRANT SELECT ON TABLE public.scorecard_revision TO wego_secretariat;
GRANT SELECT,INSERT ON TABLE public.scorecard_revision TO wego_judge;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.screening_check TO wego_secretariat;

GRANT SELECT ON TABLE public.sealed_input TO wego_secretariat;
GRANT SELECT ON TABLE public.sealed_input TO wego_clock;

GRANT INSERT(edition_id) ON TABLE public.sealed_input TO wego_secretariat;
GRANT INSERT(edition_id) ON TABLE public.sealed_input TO wego_clock;

GRANT INSERT(round_id) ON TABLE public.sealed_input TO wego_secretariat;
GRANT INSERT(round_id) ON TABLE public.sealed_input TO wego_clock;

GRANT INSERT(body) ON TABLE public.sealed_input TO wego_secretariat;
GRANT INSERT(body) ON TABLE public.sealed_input TO wego_clock;

GRANT INSERT(hash) ON TABLE public.sealed_input TO wego_secretariat;
GRANT INSERT(hash) ON TABLE public.sealed_input TO wego_clock;

GRANT INSERT(sealed_at) ON TABLE public.sealed_input TO wego_secretariat;
GRANT INSERT(sealed_at) ON TABLE public.sealed_input TO wego_clock;

GRANT SELECT,INSERT ON TABLE public.sent_form TO wego_access;
GRANT DELETE ON TABLE public.sent_form TO wego_clock;

GRANT UPDATE(location) ON TABLE public.sent_form TO wego_access;

GRANT UPDATE(notice) ON TABLE public.sent_form TO wego_access;

GRANT SELECT(sent_at) ON TABLE public.sent_form TO wego_clock;

GRANT SELECT,DELETE ON TABLE public.session TO wego_clock;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.session TO wego_access;

GRANT SELECT,UPDATE ON TABLE public.slate TO wego_clock;
GRANT SELECT,UPDATE ON TABLE public.slate TO wego_secretariat;
GRANT SELECT ON TABLE public.slate TO wego_judge;

GRANT INSERT(edition_id) ON TABLE public.slate TO wego_secretariat;

GRANT INSERT(version) ON TABLE public.slate TO wego_secretariat;

GRANT INSERT(tally_run_id) ON TABLE public.slate TO wego_secretariat;

GRANT INSERT(state) ON TABLE public.slate TO wego_secretariat;

GRANT INSERT(hash) ON TABLE public.slate TO wego_secretariat;

GRANT INSERT(created_by) ON TABLE public.slate TO wego_secretariat;

GRANT INSERT(created_at) ON TABLE public.slate TO wego_secretariat;

GRANT INSERT(ratified_at) ON TABLE public.slate TO wego_secretariat;

GRANT INSERT(recipients_hash) ON TABLE public.slate TO wego_secretariat;

GRANT SELECT ON TABLE public.slate_approval TO wego_clock;
GRANT SELECT,INSERT ON TABLE public.slate_approval TO wego_secretariat;

GRANT SELECT ON TABLE public.slate_prize TO wego_clock;
GRANT SELECT,DELETE ON TABLE public.slate_prize TO wego_secretariat;
GRANT SELECT ON TABLE public.slate_prize TO wego_judge;

GRANT INSERT(edition_id) ON TABLE public.slate_prize TO wego_secretariat;

GRANT INSERT(slate_id) ON TABLE public.slate_prize TO wego_secretariat;

GRANT INSERT(category_id) ON TABLE public.slate_prize TO wego_secretariat;

GRANT INSERT(tier_id) ON TABLE public.slate_prize TO wego_secretariat;

GRANT INSERT(place) ON TABLE public.slate_prize TO wego_secretariat;

GRANT INSERT(entry_id) ON TABLE public.slate_prize TO wego_secretariat;

GRANT INSERT(withheld_reason) ON TABLE public.slate_prize TO wego_secretariat;

GRANT INSERT(decision_id) ON TABLE public.slate_prize TO wego_secretariat;

GRANT SELECT ON TABLE public.tally_run TO wego_secretariat;
GRANT SELECT ON TABLE public.tally_run TO wego_judge;
GRANT SELECT ON TABLE public.tally_run TO wego_clock;

GRANT INSERT(edition_id) ON TABLE public.tally_run TO wego_secretariat;
GRANT INSERT(edition_id) ON TABLE public.tally_run TO wego_clock;

GRANT INSERT(round_id) ON TABLE public.tally_run TO wego_secretariat;
GRANT INSERT(round_id) ON TABLE public.tally_run TO wego_clock;

GRANT INSERT(sealed_input_id) ON TABLE public.tally_run TO wego_secretariat;
GRANT INSERT(sealed_input_id) ON TABLE public.tally_run TO wego_clock;

GRANT INSERT(rule_set_id) ON TABLE public.tally_run TO wego_secretariat;
GRANT INSERT(rule_set_id) ON TABLE public.tally_run TO wego_clock;

GRANT INSERT(program_version) ON TABLE public.tally_run TO wego_secretariat;
GRANT INSERT(program_version) ON TABLE public.tally_run TO wego_clock;

GRANT INSERT(cause) ON TABLE public.tally_run TO wego_secretariat;
GRANT INSERT(cause) ON TABLE public.tally_run TO wego_clock;

GRANT INSERT(result) ON TABLE public.tally_run TO wego_secretariat;
GRANT INSERT(result) ON TABLE public.tally_run TO wego_clock;

GRANT INSERT(result_hash) ON TABLE public.tally_run TO wego_secretariat;
GRANT INSERT(result_hash) ON TABLE public.tally_run TO wego_clock;

GRANT INSERT(run_by) ON TABLE public.tally_run TO wego_secretariat;
GRANT INSERT(run_by) ON TABLE public.tally_run TO wego_clock;

GRANT INSERT(run_at) ON TABLE public.tally_run TO wego_secretariat;
GRANT INSERT(run_at) ON TABLE public.tally_run TO wego_clock;

GRANT SELECT ON TABLE public.tier TO wego_clock;
GRANT SELECT ON TABLE public.tier TO wego_public;
GRANT SELECT ON TABLE public.tier TO wego_applicant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tier TO wego_secretariat;
GRANT SELECT ON TABLE public.tier TO wego_judge;

