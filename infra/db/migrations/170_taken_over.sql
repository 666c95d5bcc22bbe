-- Up Migration

-- Institutions that were open before this system are known by the numbers that others gave them: no receipt is two's.
create unique index case_file_taken_over on case_file ((state ->> 'receiptNo')) where outcome = 'takenOver';
create index case_file_certified_elsewhere on case_file ((state ->> 'certificateNo')) where outcome = 'takenOver';

-- Down Migration
drop index case_file_certified_elsewhere;
drop index case_file_taken_over;
