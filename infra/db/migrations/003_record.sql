-- Up Migration

-- A case: its state is the fold of its events, kept beside them so that an act reads one row.
create table case_file (
  case_id text primary key,
  plan_version text not null references plan_version (id),
  state jsonb not null,
  seq integer not null,
  last_at timestamptz not null,
  last_hash text not null,
  stage text not null,
  outcome text,
  service_mode text not null,
  ownership text not null,
  subdistrict text not null,
  organisation text not null,
  lead text not null,
  institution_name text not null,
  units text[] not null,
  received_on date not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);
create index case_file_by_organisation on case_file (organisation, case_id);
create index case_file_by_unit on case_file using gin (units);
create index case_file_certified on case_file (case_id) where outcome = 'certified';

-- What was applied for, with the names and addresses that stay out of the engine.
create table application (
  case_id text primary key references case_file (case_id),
  body jsonb not null,
  submitted_by text not null
);

-- The record: numbered, chained, never changed.
create table event (
  case_id text not null references case_file (case_id),
  seq integer not null check (seq > 0),
  type text not null,
  at timestamptz not null,
  received_at timestamptz not null,
  actor_sub text not null,
  actor_unit text,
  facts jsonb not null,
  particulars jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (case_id, seq)
);

create index event_of_document on event ((facts ->> 'no')) where type in ('receiptIssued', 'licenceIssued');

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger event_is_append_only before update or delete or truncate on event
  for each statement execute function refuse_change();

-- The worklist: the work items of the state, one row each, for looking up by unit and due date.
create table work_item (
  id text primary key,
  case_id text not null references case_file (case_id),
  stage text not null,
  step text not null,
  unit text not null,
  organisation text not null,
  round integer not null,
  status text not null,
  limit_passed boolean not null,
  due date not null,
  due_at timestamptz not null,
  provisional boolean not null,
  opened_at timestamptz not null,
  version integer not null
);
create index work_item_worklist on work_item (unit, due_at, id) where status = 'open';
create index work_item_of_case on work_item (case_id);
create index work_item_provisional on work_item (case_id) where status = 'open' and provisional;

-- The outbox: one row a case says how far its workflow must have read. Merging and order come with the row.
create table wake_up (
  case_id text primary key references case_file (case_id),
  up_to integer not null,
  delivered integer not null default 0,
  leased_until timestamptz,
  next_at timestamptz not null default '-infinity',
  attempts integer not null default 0,
  last_error text
);
create index wake_up_waiting on wake_up (next_at) where delivered < up_to;

-- Mails owed, written with the event that owes them; the key is the effect's, so each exists once.
create table notice (
  key text primary key,
  case_id text not null references case_file (case_id),
  seq integer not null,
  template text not null,
  recipient text not null,
  locale text not null,
  status text not null default 'queued' check (status in ('queued', 'sending', 'sent', 'failed')),
  message_id text not null unique,
  attempts integer not null default 0,
  last_error text,
  leased_until timestamptz,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index notice_waiting on notice (case_id, seq) where status in ('queued', 'sending');

-- The push of a registration to the health bureau, visible while it fails.
create table push (
  key text primary key,
  case_id text not null references case_file (case_id),
  status text not null default 'waiting' check (status in ('waiting', 'delivered')),
  attempts integer not null default 0,
  last_error text,
  last_attempt_at timestamptz,
  receipt_no text,
  delivered_at timestamptz
);

-- Filing receipts and certificates, signed once and kept as signed.
create table document (
  no text primary key,
  case_id text not null references case_file (case_id),
  kind text not null,
  statement jsonb not null,
  jws text not null,
  pdf bytea not null,
  sealed_at timestamptz not null
);
create trigger document_is_append_only before update or delete or truncate on document
  for each statement execute function refuse_change();

-- Numbers given out by kind, unit and year, without gaps: the row is locked until the act commits.
create table serial_number (
  name text not null,
  year integer not null,
  last integer not null,
  primary key (name, year)
);

-- The answers given to acts, so that a repeated request gets the same one.
create table idempotency_key (
  sub text not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  headers jsonb not null,
  body jsonb,
  at timestamptz not null,
  primary key (sub, key)
);

grant select on plan_version to onewindow_app;
grant select, insert, update on case_file, work_item, wake_up, notice, push, serial_number to onewindow_app;
grant select, insert on application, event, document, idempotency_key to onewindow_app;

-- Down Migration
drop table idempotency_key, serial_number, document, push, notice, wake_up, work_item, event, application, case_file;
drop function refuse_change;
