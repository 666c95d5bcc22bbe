-- Up Migration

-- What is published besides certificates: decisions, and filings that did not conform.
create index case_file_decided on case_file (case_id) where (state ->> 'decisionNo') is not null;
create index event_non_conforming on event (case_id, seq) where type = 'nonConforming';

-- Down Migration
drop index event_non_conforming, case_file_decided;
