-- Up Migration

-- Who says that they have a case open: believed for two minutes, and no fact of the record. It refers to no case's row,
-- so that nobody who looks at a case ever waits for somebody who acts on it.
create table presence (
  case_id text not null,
  sub text not null,
  unit text,
  seen_at timestamptz not null,
  primary key (case_id, sub)
);
grant select, insert, update, delete on presence to onewindow_app;

-- Down Migration
drop table presence;
