-- Table set b of the read model. Both sets are alike; one of them serves while the other is rebuilt, and what a migration
-- does to one it does to both. docs/read-model.md explains every table and column for people with SQL.

-- One row per event of a tiltak: the audit trail.
create table tiltak_entry_b (
    position          bigint                      not null primary key,
    number            integer                     not null,
    sequence          bigint                      not null,
    event_id          varchar(64)                 not null,
    type              varchar(64)                 not null,
    recorded_at       timestamp(3) with time zone not null,
    effective_from    date,
    changed_on        date                        not null,
    earliest          date,
    changes           varchar(100000)             not null,
    confirmed         varchar(2000)               not null,
    comment           varchar(20000),
    status_comment    varchar(20000),
    risk_comment      varchar(20000),
    round             varchar(7),
    late              boolean                     not null,
    correction        boolean                     not null,
    retracts          varchar(64),
    user_id           varchar(200),
    user_organisation varchar(100),
    source            varchar(50),
    payload           varchar(100000)             not null,
    constraint tiltak_entry_sequence_b unique (number, sequence)
);

create index tiltak_entry_retracts_b on tiltak_entry_b (retracts);
create index tiltak_entry_round_b on tiltak_entry_b (round);

-- One row per rectangle of both times in which everything about a tiltak stays the same:
-- [valid_from, valid_to) x [known_from, known_to), the latter in stream positions and, beside them, as instants.
create table tiltak_version_b (
    number          integer                     not null,
    valid_from      date                        not null,
    valid_to        date                        not null,
    known_from      bigint                      not null,
    known_to        bigint                      not null,
    recorded_from   timestamp(3) with time zone not null,
    recorded_to     timestamp(3) with time zone not null,
    changed_on      date                        not null,
    in_portfolio    boolean                     not null,
    name            varchar(1200),
    organisation_id varchar(100),
    status          varchar(20),
    risk            varchar(20),
    phase           varchar(20),
    segment         varchar(20),
    activity        varchar(20),
    focus_area      varchar(20),
    status_comment  varchar(20000),
    risk_comment    varchar(20000),
    last_reported   varchar(7),
    earliest        date,
    removal_reason  varchar(30),
    way_forward     varchar(20000),
    successors      varchar(20000),
    constraint tiltak_version_key_b primary key (number, valid_from, known_from)
);

-- The budget of one calendar year: a row per rectangle of both times in which it stays the same. amount null: stated as
-- not reported; no row: nothing was stated.
create table tiltak_budget_b (
    number        integer                     not null,
    budget_year   integer                     not null,
    valid_from    date                        not null,
    valid_to      date                        not null,
    known_from    bigint                      not null,
    known_to      bigint                      not null,
    recorded_from timestamp(3) with time zone not null,
    recorded_to   timestamp(3) with time zone not null,
    amount        numeric(15, 6),
    constraint tiltak_budget_key_b primary key (number, budget_year, valid_from, known_from)
);

-- One row per event of a reporting round.
create table round_entry_b (
    position          bigint                      not null primary key,
    round             varchar(7)                  not null,
    sequence          bigint                      not null,
    event_id          varchar(64)                 not null,
    type              varchar(64)                 not null,
    recorded_at       timestamp(3) with time zone not null,
    changes           varchar(2000)               not null,
    comment           varchar(20000),
    user_id           varchar(200),
    user_organisation varchar(100),
    source            varchar(50),
    constraint round_entry_sequence_b unique (round, sequence)
);

create table reporting_round_b (
    round           varchar(7)                  not null primary key,
    name            varchar(1200)               not null,
    cut_off         date                        not null,
    complete        boolean                     not null,
    opened_at       timestamp(3) with time zone not null,
    opened_position bigint                      not null,
    closed_at       timestamp(3) with time zone,
    closed_position bigint
);

-- The published editions of a round: what was known up to the position, on the cut-off day.
create table round_edition_b (
    round         varchar(7)                  not null,
    edition       integer                     not null,
    published_at  timestamp(3) with time zone not null,
    position      bigint                      not null,
    comment       varchar(20000),
    -- SHA-256 in hexadecimal digits: of the bytes of the report, and over the log up to the publication.
    report_digest varchar(64),
    log_digest    varchar(64),
    constraint round_edition_key_b primary key (round, edition)
);

-- One row per figure that was recorded as it was printed; of the rows of one name, the one known last holds.
create table printed_figure_b (
    position bigint        not null primary key,
    round    varchar(7)    not null,
    name     varchar(150)  not null,
    figure   varchar(1200) not null,
    source   varchar(1200) not null,
    remark   varchar(20000)
);

create index printed_figure_round_b on printed_figure_b (round, position);

-- One row per event of an organisation.
create table organisation_entry_b (
    position          bigint                      not null primary key,
    organisation_id   varchar(100)                not null,
    sequence          bigint                      not null,
    event_id          varchar(64)                 not null,
    type              varchar(64)                 not null,
    recorded_at       timestamp(3) with time zone not null,
    changes           varchar(10000)              not null,
    user_id           varchar(200),
    user_organisation varchar(100),
    source            varchar(50),
    constraint organisation_entry_sequence_b unique (organisation_id, sequence)
);

create table organisation_b (
    organisation_id varchar(100)  not null primary key,
    name            varchar(1200) not null,
    group_code      varchar(40)   not null,
    position        bigint        not null
);

create table organisation_alias_b (
    organisation_id varchar(100)  not null,
    place           integer       not null,
    alias           varchar(1200) not null,
    constraint organisation_alias_key_b primary key (organisation_id, place)
);
