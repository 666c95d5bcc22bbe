-- Up Migration

-- The administrator who had a version published; null where nobody was named.
alter table plan_version add column published_by text;

-- Down Migration
alter table plan_version drop column published_by;
