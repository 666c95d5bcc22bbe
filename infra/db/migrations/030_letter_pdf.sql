-- Up Migration

-- Letters as they were rendered when first asked for; what was served can be shown again.
create table letter_pdf (
  no text primary key,
  case_id text not null references case_file (case_id),
  pdf bytea not null,
  rendered_at timestamptz not null
);
create index letter_pdf_of_case on letter_pdf (case_id);
create trigger letter_pdf_is_append_only before update or delete or truncate on letter_pdf
  for each statement execute function refuse_change();
grant select, insert on letter_pdf to onewindow_app;

-- Down Migration
drop table letter_pdf;
