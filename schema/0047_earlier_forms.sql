-- E9: a city reads the questions of its entries as they were asked, also after they have changed: every version of the
-- rules of an edition that it has an entry in, and not the one in force alone. An entry can be begun only once the rules
-- are public, so that nothing is told that was not.
create policy applicant_reads_earlier on rule_set for select to wego_applicant
    using (exists (select from entry e where e.edition_id = rule_set.edition_id));
