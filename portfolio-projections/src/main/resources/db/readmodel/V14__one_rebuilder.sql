-- Whoever rebuilds keeps the read model's row locked, in a transaction of its own, until the rebuild is over: there is one at
-- a time, whichever instance runs it, and the lock of one that was killed is gone with its connection.
create table read_model_rebuilder (
    name varchar(40) not null primary key
);

insert into read_model_rebuilder (name)
values ('portfolio');
