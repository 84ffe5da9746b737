-- 300 characters, of which each may be two units here, and two letters once it is in lower case.
alter table organisation_register alter column folded_name set data type varchar(1200);
