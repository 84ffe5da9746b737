-- Up to which position of a log that is not in this database what commands look up was written from it.
-- Null where the log is the table domain_event_entry.
alter table append_order add column followed bigint;
