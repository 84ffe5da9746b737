-- How many events were ever recorded, and from which on they bear seals, itself sealed: docs/verify.
-- Null until the first start that knows of seals.
alter table append_order add column head varchar(200);
