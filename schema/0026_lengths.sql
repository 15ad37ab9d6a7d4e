-- The forms count characters as people see them (typed/characters.hpp), and one of those may be several code points, which
-- is what length() counts: three in Thai, seven in a family of emoji. So each of these CHECKs is wider than its form, by
-- the ten code points a character at which typed::is_longer_than() ends too.
do $$
declare
    one record;
begin
    for one in
        select * from (values
            ('amendment', 'name', 1, 120), ('amendment', 'reason', 1, 10000), ('answer', 'value', 0, 20000),
            ('appeal', 'body', 1, 20000), ('attachment', 'name', 1, 255), ('category', 'name', 1, 120),
            ('city', 'official_name', 1, 200), ('city', 'printed_country', 1, 200), ('city', 'printed_name', 1, 200),
            ('decision', 'reason', 1, 10000), ('declaration', 'reason', 0, 2000), ('declaration', 'typed_name', 1, 200),
            ('deliberation_note', 'body', 1, 10000), ('extension', 'reason', 1, 2000), ('factor_reset', 'reason', 1, 2000),
            ('person', 'name', 1, 200), ('relation', 'note', 1, 2000), ('score', 'reason', 0, 2000),
            ('score_delta', 'reason', 1, 2000), ('scorecard_comment', 'body', 0, 10000), ('screening_check', 'note', 0, 2000),
            ('tier', 'name', 1, 120)) as known (of, part, least, most)
    loop
        execute format('alter table %I drop constraint %I', one.of, one.of || '_' || one.part || '_check');
        execute format('alter table %I add constraint %I check (length(%I) between %s and %s)', one.of,
                       one.of || '_' || one.part || '_check', one.part, one.least, one.most * 10);
    end loop;
end
$$;
