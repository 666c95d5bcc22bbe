-- Up Migration

-- A photograph of a visit, or a proof of rectification: a paper of the work item in which it was taken or reported,
-- and of one of the findings that the visit recorded, by its number in their list.
alter table paper add column work_item text;
alter table paper add column finding_no integer check (finding_no > 0);
alter table paper add check (finding_no is null or work_item is not null);
create index paper_of_work_item on paper (work_item) where work_item is not null;

-- Down Migration
alter table paper drop column finding_no, drop column work_item;
