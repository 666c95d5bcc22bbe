-- Up Migration

-- By which transaction an event was written: whoever reads only what no open transaction can still precede passes none by,
-- without a lock that acts would wait for. Events of before have none.
alter table event add column xact xid8;
alter table event alter column xact set default pg_current_xact_id();
create index event_by_xact on event (xact) where xact is not null;

-- Down Migration
drop index event_by_xact;
alter table event drop column xact;
