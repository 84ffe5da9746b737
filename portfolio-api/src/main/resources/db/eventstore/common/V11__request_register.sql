-- The idempotency keys of requests that are many commands: imports and their undoing. It is written in the same
-- transaction as their events, whose metadata says the same.
create table request_register (
    scope       varchar(100) not null,
    request_key varchar(400) not null,
    digest      varchar(64)  not null,
    constraint request_register_key primary key (scope, request_key)
);
