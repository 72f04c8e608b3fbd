create table outbox (
    id          bigint generated always as identity primary key,
    run_id      uuid        not null,
    exchange    text        not null,
    routing_key text        not null,
    wire_type   text        not null,
    body        text        not null,
    stored_at   timestamptz not null,
    attempts    integer     not null default 0,
    next_try_at timestamptz not null,
    last_error  text
);

create index outbox_by_run on outbox (run_id, id);

comment on table outbox is
    'Messages that are still to be published. A row is written in the transaction of the change that it tells of, and deleted only after the broker''s confirm.';
comment on column outbox.body is 'The message as JSON.';
comment on column outbox.last_error is 'Why the last attempt failed.';
