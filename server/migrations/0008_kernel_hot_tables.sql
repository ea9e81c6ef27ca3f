-- Tables that get rows with every letter no longer point at `workspace`: each such row took a share lock on the one row of
-- its workspace, so all writers of a company met there (docs/decisions/0104). Row-level security lets nobody write under
-- a workspace other than the connection's own, and tickets reach the workspace through their person.
alter table ticket drop constraint ticket_workspace_id_fkey;
alter table message drop constraint message_workspace_id_fkey;
alter table event drop constraint event_workspace_id_fkey;
alter table ticket_tally drop constraint ticket_tally_workspace_id_fkey;
alter table contact drop constraint contact_workspace_id_fkey;
alter table inbound drop constraint inbound_workspace_id_fkey;
alter table mail_reference drop constraint mail_reference_workspace_id_fkey;
alter table letter_rate drop constraint letter_rate_workspace_id_fkey;
alter table message_file drop constraint message_file_workspace_id_fkey;
alter table file drop constraint file_workspace_id_fkey;
alter table receipt drop constraint receipt_workspace_id_fkey;
alter table inbound drop constraint inbound_workspace_id_channel_id_fkey;

-- No statement is planned by what stands in these, and ANALYZE would read every text of its sample for them.
alter table message alter column body set statistics 0, alter column quoted set statistics 0,
  alter column signature set statistics 0, alter column html set statistics 0, alter column quoted_html set statistics 0,
  alter column mail set statistics 0, alter column invitation set statistics 0, alter column delivery set statistics 0,
  alter column bounces set statistics 0;
alter table inbound alter column envelope set statistics 0, alter column raw set statistics 0,
  alter column error set statistics 0, alter column sender set statistics 0, alter column subject set statistics 0;
alter table event alter column payload set statistics 0, alter column changes set statistics 0,
  alter column reason set statistics 0, alter column actor_name set statistics 0;
alter table ticket alter column preview set statistics 0, alter column subject set statistics 0;
