-- A mailbox that was removed keeps its row, because letters and tickets point at it.
alter table channel add column removed_at timestamptz;
-- Answers that have not left: few, however many have.
create index outgoing_letter_unsent on outgoing_letter (workspace_id, state) where state <> 'sent';
