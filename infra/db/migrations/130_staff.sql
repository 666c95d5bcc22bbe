-- Up Migration

-- Who the members of an institution's staff are: beside the record, which holds an opaque id, the role and the dates of
-- documents, so that names can be erased while its hashes hold.
create table staff_member (
  id text primary key,
  case_id text not null references case_file (case_id),
  member text not null,
  contact jsonb not null check (is_contact_sealed(contact)),
  entered_at timestamptz not null,
  unique (case_id, member)
);
create index event_of_staff on event (case_id, (facts ->> 'member')) where type = 'staffRemoved';
grant select, insert, update on staff_member to onewindow_app;

-- Down Migration
drop index event_of_staff;
drop table staff_member;
