-- Up Migration

-- The order in which the feed tells events: given after they were committed, under one lock, so that a late commit gets
-- a later number and no reader ever passes one by (docs/decisions/0015-event-feed.md).
create table feed_position (
  position bigint primary key check (position > 0),
  case_id text not null,
  seq integer not null,
  unique (case_id, seq),
  foreign key (case_id, seq) references event (case_id, seq)
);
create trigger feed_position_is_append_only before update or delete or truncate on feed_position
  for each statement execute function refuse_change();
grant select, insert on feed_position to onewindow_app;

-- Down Migration
drop table feed_position;
