-- Answers that wait for their time went with a merge: an undo brings back those that are still waiting.
alter table ticket_move add column planned_ids uuid[] not null default '{}';
-- A ticket that had no organization took the one of who its customer turned out to be.
alter table ticket_handover add column took_organization_id uuid;
