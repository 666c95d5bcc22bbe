-- Up Migration

-- Personal values are sealed before they come here (infra/personal): the database takes no other. Rows written in
-- clear before this migration stay unchecked until `npm run personal -- rotate` has sealed them.
create function is_sealed(value text) returns boolean immutable language sql as $$
  select value is null or value = '' or value = 'erased' or value like 'pd1.%'
$$;
create function is_contact_sealed(contact jsonb) returns boolean immutable language sql as $$
  select is_sealed(contact ->> 'person') and is_sealed(contact ->> 'phone')
     and is_sealed(contact ->> 'email') and is_sealed(contact ->> 'idNumber')
$$;
alter table application add constraint application_contact_sealed
  check (is_contact_sealed(body -> 'contact')) not valid;
alter table draft add constraint draft_contact_sealed
  check (is_contact_sealed(body -> 'contact')) not valid;
alter table idempotency_key add constraint idempotency_key_contact_sealed
  check (is_contact_sealed(body #> '{application,contact}')) not valid;
alter table notice add constraint notice_recipient_sealed check (is_sealed(recipient)) not valid;
alter table account add constraint account_email_sealed check (is_sealed(email)) not valid;

-- The blind index: by which digest (HMAC) a row is found that holds a phone number, an e-mail address, an ID number.
create table personal_index (
  holder text not null,
  row text[] not null,
  field text not null,
  digest text not null,
  primary key (holder, row, field)
);
create index personal_index_by_digest on personal_index (digest);

create function forget_draft() returns trigger language plpgsql as $$
begin
  delete from personal_index where holder = 'draft' and row = array[old.id::text];
  return old;
end
$$;
create trigger draft_is_forgotten after delete on draft for each row execute function forget_draft();

-- What was signed in before this instant is signed out: tokens and sessions alike.
alter table account add column signed_out_at timestamptz;
create index session_of_person on session ((sess #>> '{identity,sub}'));

-- Who did what beside the record: sign-ins, refusals, reads of personal data, changes by administrators. One chain.
create table audit_entry (
  seq bigint primary key check (seq > 0),
  at timestamptz not null,
  type text not null,
  actor_sub text,
  actor_unit text,
  subject_kind text,
  subject_id text,
  request_id text,
  details jsonb not null,
  previous_hash text not null,
  hash text not null
);
create index audit_entry_of_actor on audit_entry (actor_sub, seq);
create index audit_entry_of_subject on audit_entry (subject_kind, subject_id text_pattern_ops, seq);
create trigger audit_entry_is_append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_change();

-- The heads of the chains (a case's events; the audit log's own), signed with the certificate key.
create table anchor (
  chain text not null,
  seq bigint not null,
  hash text not null,
  jws text not null,
  anchored_at timestamptz not null,
  primary key (chain, seq)
);
create trigger anchor_is_append_only before update or delete or truncate on anchor
  for each statement execute function refuse_change();

grant select, insert, update, delete on personal_index to onewindow_app;
grant select, insert on audit_entry, anchor to onewindow_app;
grant update (signed_out_at) on account to onewindow_app;

-- Down Migration
drop table anchor, audit_entry, personal_index;
drop index session_of_person;
alter table account drop column signed_out_at, drop constraint account_email_sealed;
drop trigger draft_is_forgotten on draft;
drop function forget_draft;
alter table notice drop constraint notice_recipient_sealed;
alter table idempotency_key drop constraint idempotency_key_contact_sealed;
alter table draft drop constraint draft_contact_sealed;
alter table application drop constraint application_contact_sealed;
drop function is_contact_sealed;
drop function is_sealed;
