-- Up Migration

-- Who a sign-in is: administrators keep this table; claims alone give nothing.
create table account (
  issuer text not null,
  sub text not null,
  name jsonb not null,
  email text not null,
  unit text,
  organisation text,
  roles text[] not null,
  active boolean not null default true,
  primary key (issuer, sub)
);

-- Applications as they are being written; submitting turns one into a case.
create table draft (
  id uuid primary key,
  organisation text not null,
  created_by text not null,
  body jsonb not null,
  version integer not null,
  case_id text references case_file (case_id),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index draft_by_organisation on draft (organisation, updated_at);

-- Sessions of people signed in by browser (connect-pg-simple's shape).
create table session (
  sid text primary key,
  sess json not null,
  expire timestamptz not null
);
create index session_expire on session (expire);

grant select on account to onewindow_app;
grant select, insert, update on draft to onewindow_app;
grant select, insert, update, delete on session to onewindow_app;

-- Down Migration
drop table session, draft, account;
