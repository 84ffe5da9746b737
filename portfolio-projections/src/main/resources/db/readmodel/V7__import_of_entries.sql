-- Which import an entry is part of. The sets are filled anew at the next start: the projecting code has a new version.
drop view tiltak_entry;

alter table tiltak_entry_a add column import_id varchar(64);
alter table tiltak_entry_b add column import_id varchar(64);

create view tiltak_entry as
select * from tiltak_entry_a where 'a' = (select serving from read_model)
union all
select * from tiltak_entry_b where 'b' = (select serving from read_model);
