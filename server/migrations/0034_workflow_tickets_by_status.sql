-- no-transaction
create index concurrently ticket_own_status on ticket (workspace_id, own_status_id, updated_at desc, id desc)
  where own_status_id is not null;
