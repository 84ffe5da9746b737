-- Which of the two sets serves, and how many times that has changed: the views that people and tools read follow it.
create table read_model (
    name     varchar(40) not null primary key,
    serving  char(1)     not null,
    switches bigint      not null
);

insert into read_model (name, serving, switches)
values ('portfolio', 'a', 0);

-- How far each set has read, and by which version of the projecting code. A new generation tells readers that hold a set
-- in memory to load it anew.
create table read_model_progress (
    table_set  char(1) not null primary key,
    position   bigint  not null,
    generation bigint  not null,
    logic      integer not null
);

insert into read_model_progress (table_set, position, generation, logic)
values ('a', 0, 0, 0), ('b', 0, 0, 0);

-- The rebuilds, the running one included; who runs one touches its row while it works.
create table read_model_rebuild (
    id           varchar(40)                 not null primary key,
    name         varchar(40)                 not null,
    table_set    char(1)                     not null,
    reason       varchar(200)                not null,
    state        varchar(20)                 not null,
    started_at   timestamp(3) with time zone not null,
    touched_at   timestamp(3) with time zone not null,
    finished_at  timestamp(3) with time zone,
    position     bigint                      not null,
    head         bigint                      not null,
    events       bigint                      not null,
    compared     bigint                      not null,
    differences  bigint                      not null,
    examples     varchar(100000)             not null,
    failed_after bigint,
    failed_event varchar(64),
    failure      varchar(4000)
);

create view tiltak_entry as
select * from tiltak_entry_a where 'a' = (select serving from read_model)
union all
select * from tiltak_entry_b where 'b' = (select serving from read_model);

create view tiltak_version as
select * from tiltak_version_a where 'a' = (select serving from read_model)
union all
select * from tiltak_version_b where 'b' = (select serving from read_model);

create view tiltak_budget as
select * from tiltak_budget_a where 'a' = (select serving from read_model)
union all
select * from tiltak_budget_b where 'b' = (select serving from read_model);

create view round_entry as
select * from round_entry_a where 'a' = (select serving from read_model)
union all
select * from round_entry_b where 'b' = (select serving from read_model);

create view reporting_round as
select * from reporting_round_a where 'a' = (select serving from read_model)
union all
select * from reporting_round_b where 'b' = (select serving from read_model);

create view round_edition as
select * from round_edition_a where 'a' = (select serving from read_model)
union all
select * from round_edition_b where 'b' = (select serving from read_model);

create view printed_figure as
select * from printed_figure_a where 'a' = (select serving from read_model)
union all
select * from printed_figure_b where 'b' = (select serving from read_model);

create view organisation_entry as
select * from organisation_entry_a where 'a' = (select serving from read_model)
union all
select * from organisation_entry_b where 'b' = (select serving from read_model);

create view organisation as
select * from organisation_a where 'a' = (select serving from read_model)
union all
select * from organisation_b where 'b' = (select serving from read_model);

create view organisation_alias as
select * from organisation_alias_a where 'a' = (select serving from read_model)
union all
select * from organisation_alias_b where 'b' = (select serving from read_model);
