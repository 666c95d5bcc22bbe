-- Up Migration

-- A case that came in at a counter says at which, since the clerks there may act for its applicant.
update case_file
   set state = state || jsonb_build_object('counter', event.actor_unit)
  from event
 where event.case_id = case_file.case_id and event.seq = 1 and event.type = 'submitted'
   and event.facts ->> 'channel' = 'counter' and event.actor_unit is not null;

-- Down Migration
update case_file set state = state - 'counter';
