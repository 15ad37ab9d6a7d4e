-- The clock opens a call that a person has said is ready. And which of two running editions the home page shows is a
-- person's decision: the one that was last put there, while it is not archived.
alter table edition add column ready_at timestamptz;
alter table edition add column front_page_since timestamptz;

-- Which decision a public note is about.
grant select (kind) on decision to wego_public;
