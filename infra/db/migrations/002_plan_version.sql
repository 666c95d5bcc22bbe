-- Up Migration

-- The versions of the districts' plans. A case is pinned to one, so a published version never changes.
create table plan_version (
  id text primary key,
  plan_id text not null,
  number integer not null check (number > 0),
  effective_from date not null,
  body jsonb not null,
  sha256 text not null,
  published_at timestamptz not null,
  unique (plan_id, number),
  unique (plan_id, sha256, effective_from),
  check (id = plan_id || '@' || number)
);

create function refuse_change_of_plan() returns trigger language plpgsql as $$
begin
  raise exception 'a published plan never changes: publish a new version' using errcode = 'restrict_violation';
end
$$;
create trigger plan_version_never_changes before update or delete or truncate on plan_version
  for each statement execute function refuse_change_of_plan();

-- Down Migration
drop table plan_version;
drop function refuse_change_of_plan;
