-- A file is kept under a name that ends as its content does: an upload in pieces has its name before its content.
grant update (name) on attachment to wego_applicant;
