-- The name of a removed own field is remembered, so that whoever goes on writing under it can be told.
alter table field_definition add column removed_at timestamptz;
