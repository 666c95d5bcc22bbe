-- Up Migration

-- Warnings that are gathered into one mail a day: for whom (the account's sub), and from then on the Message-ID of the
-- mail that carries them. Null where a notice is a mail of its own.
alter table notice add column gathered_for text;
alter table notice add column digest text;
alter table notice add constraint notice_digest_check check (digest is null or gathered_for is not null);
create index notice_to_gather on notice (gathered_for) where gathered_for is not null and status in ('queued', 'sending');
create index notice_gathered on notice (digest) where digest is not null;

-- Down Migration
drop index notice_gathered, notice_to_gather;
alter table notice drop constraint notice_digest_check;
alter table notice drop column digest, drop column gathered_for;
