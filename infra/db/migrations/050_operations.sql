-- Up Migration

-- The workflow is ended and begins anew from the record.
alter table wake_up add column restart boolean not null default false;

-- What each comparison of record, outbox, workflows and mails found.
create table reconciliation (
  at timestamptz primary key,
  cases integer not null,
  differences jsonb not null
);
grant select, insert on reconciliation to onewindow_app;

-- Down Migration
drop table reconciliation;
alter table wake_up drop column restart;
