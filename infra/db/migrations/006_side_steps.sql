-- Up Migration

-- Clocks that stand still, and who has taken a work item on.
alter table work_item add column stopped boolean not null default false, add column assignee text;
alter table work_item alter column stopped drop default;
create index work_item_of_person on work_item (assignee, due_at, id) where status = 'open' and assignee is not null;

-- A letter is held back for a while, so that a slip can be mended before it is served; then its notice is void.
alter table notice add column send_after timestamptz;
update notice set send_after = created_at;
alter table notice alter column send_after set not null;
alter table notice drop constraint notice_status_check;
alter table notice add constraint notice_status_check check (status in ('queued', 'sending', 'sent', 'failed', 'void'));

-- Down Migration
alter table notice drop constraint notice_status_check;
alter table notice add constraint notice_status_check check (status in ('queued', 'sending', 'sent', 'failed'));
alter table notice drop column send_after;
alter table work_item drop column assignee, drop column stopped;
