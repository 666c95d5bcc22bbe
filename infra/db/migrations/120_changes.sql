-- Up Migration

-- The case by which the institution of a case was certified first; application_id is by which it is known now.
alter table case_file add column institution_id text references case_file (case_id);
update case_file set institution_id = application_id;
alter table case_file alter column institution_id set not null;
drop index case_file_of_institution;
create index case_file_of_institution on case_file (institution_id, kind);
create index case_file_of_application on case_file (application_id);
-- An institution changes by one case at a time.
create unique index case_file_one_change on case_file (institution_id)
  where kind = 'licensing' and case_id <> institution_id and outcome is null;

-- Down Migration
drop index case_file_one_change, case_file_of_application, case_file_of_institution;
create index case_file_of_institution on case_file (application_id, kind);
alter table case_file drop column institution_id;
