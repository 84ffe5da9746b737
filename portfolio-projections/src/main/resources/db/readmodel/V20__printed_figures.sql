-- One row per figure that was recorded as it was printed; of the rows of one name, the one known last holds.
create table printed_figure (
    position bigint        not null primary key,
    round    varchar(7)    not null,
    name     varchar(150)  not null,
    figure   varchar(1200) not null,
    source   varchar(1200) not null,
    remark   varchar(20000)
);

create index printed_figure_round on printed_figure (round, position);
