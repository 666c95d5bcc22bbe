-- Up Migration

-- The visits of the rounds that lie ahead, as the states of supervisions say; written by the trigger below alone.
create table visit_ahead (
  case_id text not null references case_file (case_id),
  visit text not null,
  unit text not null,
  due_on text not null,
  primary key (case_id, visit)
);
create index visit_ahead_of_unit on visit_ahead (unit, due_on, case_id, visit);
create index visit_ahead_by_day on visit_ahead (due_on, case_id, visit);

create function visits_ahead(state jsonb) returns table (visit text, unit text, due_on text)
immutable language sql as $$
  select each.value ->> 'id', each.value ->> 'unit', state #>> array['supervision', 'nextVisits', each.value ->> 'id']
    from jsonb_array_elements(state #> '{itinerary,life,visits}') each
   where state ->> 'outcome' is null
     and state #>> '{supervision,exit,decidedOn}' is null
     and state #>> array['supervision', 'nextVisits', each.value ->> 'id'] is not null $$;

grant select on visit_ahead to onewindow_app;

-- With its owner's rights: who writes a state need not, and may not, write these rows by hand.
create function keep_visits_ahead() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from visit_ahead where case_id = new.case_id;
  insert into visit_ahead select new.case_id, ahead.* from visits_ahead(new.state) ahead;
  return null;
end $$;
create trigger visits_ahead_are_kept after insert on case_file
  for each row when (new.kind = 'supervision') execute function keep_visits_ahead();
create trigger visits_ahead_follow after update of state on case_file
  for each row when (
    new.kind = 'supervision' and (
      old.state #> '{itinerary,life,visits}' is distinct from new.state #> '{itinerary,life,visits}'
      or old.state #> '{supervision,nextVisits}' is distinct from new.state #> '{supervision,nextVisits}'
      or old.state -> 'outcome' is distinct from new.state -> 'outcome'
      or old.state #> '{supervision,exit,decidedOn}' is distinct from new.state #> '{supervision,exit,decidedOn}'
    ))
  execute function keep_visits_ahead();
insert into visit_ahead
  select case_id, ahead.* from case_file, visits_ahead(state) ahead where kind = 'supervision';

-- What a page of a long list is found by.
create index case_file_open on case_file (case_id) where outcome is null;
create index case_file_of_kind on case_file (kind, case_id);
create index case_file_at_stage on case_file (stage, case_id);
create index case_file_disputed on case_file (case_id)
  where outcome is null and jsonb_array_length(state -> 'objections') >= 2;
create index work_item_open on work_item (due_at, id) where status = 'open';
create index work_item_open_step on work_item (step, due_at, id) where status = 'open';
create index work_item_passed on work_item (case_id) where limit_passed;
create index push_of_case on push (case_id, last_attempt_at desc);

-- Down Migration
drop index push_of_case, work_item_passed, work_item_open_step, work_item_open;
drop index case_file_disputed, case_file_at_stage, case_file_of_kind, case_file_open;
drop trigger visits_ahead_follow on case_file;
drop trigger visits_ahead_are_kept on case_file;
drop function keep_visits_ahead;
drop function visits_ahead;
drop table visit_ahead;
