-- Up Migration

-- A paper that was uploaded for a material of the checklist: on a draft, and from its submission on the case. What it
-- holds lies in the storage under its hash. Nothing of it ever changes but where it stands with the scanner, which
-- paper replaced it, and the case that its draft became.
create table paper (
  id uuid primary key,
  -- The order in which papers came: the pages that one request brings stay in theirs.
  no bigint generated always as identity,
  -- What was never submitted goes with its draft.
  draft_id uuid references draft (id) on delete cascade,
  case_id text references case_file (case_id),
  material text not null,
  version integer not null check (version > 0),
  file_name text not null,
  media_type text not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by text not null,
  uploaded_unit text,
  uploaded_at timestamptz not null,
  replaced_by uuid unique references paper (id),
  state text not null default 'received' check (state in ('received', 'clean', 'infected', 'scanFailed')),
  -- Which scanner gave the verdict, and what it found.
  scanner text,
  finding text,
  scan_attempts integer not null default 0,
  scan_error text,
  next_scan_at timestamptz not null default '-infinity',
  leased_until timestamptz,
  check (draft_id is not null or case_id is not null),
  check (state <> 'infected' or finding is not null)
);
create index paper_of_draft on paper (draft_id);
create index paper_of_case on paper (case_id);
create index paper_by_content on paper (sha256);
create index paper_unscanned on paper (next_scan_at) where state in ('received', 'scanFailed');

create function refuse_second_thought() returns trigger language plpgsql as $$
begin
  raise exception 'a paper keeps its case, and what replaced it' using errcode = 'restrict_violation';
end
$$;
create trigger paper_keeps_its_place before update of case_id, replaced_by on paper
  for each row
  when (old.case_id is distinct from new.case_id and old.case_id is not null
     or old.replaced_by is distinct from new.replaced_by and old.replaced_by is not null)
  execute function refuse_second_thought();

create function refuse_removal_from_case() returns trigger language plpgsql as $$
begin
  raise exception 'a paper of a case is never deleted' using errcode = 'restrict_violation';
end
$$;
create trigger paper_stays_on_its_case before delete on paper
  for each row when (old.case_id is not null) execute function refuse_removal_from_case();

grant select, insert on paper to onewindow_app;
grant update (case_id, replaced_by, state, scanner, finding, scan_attempts, scan_error, next_scan_at, leased_until)
  on paper to onewindow_app;

-- Down Migration
drop table paper;
drop function refuse_second_thought, refuse_removal_from_case;
