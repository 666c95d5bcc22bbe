-- Up Migration
-- API and worker act as this role: it may append to the record, never rewrite it.
do $$
begin
  create role onewindow_app nologin;
exception
  when duplicate_object then null;
end
$$;
grant onewindow_app to current_user;

-- Down Migration
-- The role belongs to the cluster and may serve other databases: it stays.
