-- Up Migration

-- What a case is about, and by which application its institution is known: its own for a licensing case.
alter table case_file add column kind text not null default 'licensing';
alter table case_file add column application_id text references case_file (case_id);
update case_file set application_id = case_id;
alter table case_file alter column application_id set not null;
-- The year of an evaluation.
alter table case_file add column year integer;
create index case_file_of_institution on case_file (application_id, kind);
create index case_file_of_year on case_file (year, case_id) where kind = 'evaluation';

-- Down Migration
drop index case_file_of_year, case_file_of_institution;
alter table case_file drop column year, drop column application_id, drop column kind;
