-- Up Migration

-- An applicant may discard a draft: what was never submitted is on no record.
grant delete on draft to onewindow_app;

-- Down Migration
revoke delete on draft from onewindow_app;
