-- Up Migration

-- What the public complained of, and who: beside the record, which holds that there was a complaint and what became of
-- it, so that both can be erased while its hashes hold.
create table complaint (
  no text primary key,
  case_id text not null references case_file (case_id),
  work_item text not null unique references work_item (id) deferrable initially deferred,
  text text not null,
  contact jsonb not null check (is_contact_sealed(contact)),
  received_at timestamptz not null
);
create index complaint_of_case on complaint (case_id, no);
create index event_of_complaint on event ((facts ->> 'complaint')) where type = 'complaintAnswered';
grant select, insert on complaint to onewindow_app;

-- Down Migration
drop index event_of_complaint;
drop table complaint;
