-- Up Migration

-- A paper whose content was erased when it was no longer needed: its row tells that it was there, and no more.
alter table paper drop constraint paper_state_check;
alter table paper add constraint paper_state_check
  check (state in ('received', 'clean', 'infected', 'scanFailed', 'erased'));

-- Down Migration
alter table paper drop constraint paper_state_check;
alter table paper add constraint paper_state_check check (state in ('received', 'clean', 'infected', 'scanFailed'));
