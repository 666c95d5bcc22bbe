-- Up Migration

-- Who answers for a unit's supervision, and who stands in: accounts by their ids and the days on which they are away,
-- beside the record. Names and addresses stay where they are, with the accounts.
create table responsible_person (
  unit text not null,
  place text not null check (place in ('responsible', 'replacement')),
  issuer text not null,
  sub text not null,
  absent_from date,
  absent_until date,
  named_at timestamptz not null,
  primary key (unit, place),
  unique (unit, issuer, sub),
  check ((absent_from is null) = (absent_until is null) and absent_from <= absent_until)
);

-- Since when something is amiss with a unit's pair, as the daily look found it; the one that lasts has no end.
create table responsible_gap (
  unit text not null,
  since timestamptz not null,
  kind text not null,
  ended_at timestamptz,
  primary key (unit, since)
);
create unique index responsible_gap_open on responsible_gap (unit) where ended_at is null;

-- The mails of a morning: what is new since the one before, for the unit. Of its content nothing is kept.
create table duty_mail (
  kind text not null,
  unit text not null,
  day date not null,
  after timestamptz not null,
  up_to timestamptz not null,
  status text not null check (status in ('queued', 'sent', 'failed', 'void')),
  last_error text,
  primary key (kind, unit, day)
);
create index duty_mail_queued on duty_mail (day) where status = 'queued';

grant select, insert, update, delete on responsible_person to onewindow_app;
grant select, insert, update on responsible_gap, duty_mail to onewindow_app;

-- Down Migration
drop table duty_mail, responsible_gap, responsible_person;
