create table alerts (
    id         uuid primary key,
    cause      text        not null,
    kind       text        not null,
    severity   text        not null,
    content    jsonb       not null,
    opened_at  timestamptz not null,
    changed_at timestamptz not null,
    closed_at  timestamptz,
    due_at     timestamptz,
    told_at    timestamptz,
    tellings   integer     not null default 0
);

create unique index alerts_open on alerts (cause) where closed_at is null;
create index alerts_cause on alerts (cause);
create index alerts_due on alerts (due_at) where due_at is not null;

comment on table alerts is 'What a person should know, one row for each time that it came up. All that is told of a row is one thread.';
comment on column alerts.cause is 'A stable text: what has the same one is the same matter.';
comment on column alerts.severity is 'When it came up: FAILURE, WARNING or REPORT. Its end is told as RECOVERY.';
comment on column alerts.content is 'What is to be said of it now.';
comment on column alerts.closed_at is 'When it was over; null: it goes on.';
comment on column alerts.due_at is 'When it is to be told next; null: there is nothing new to tell.';
comment on column alerts.tellings is 'How often it was told.';

create table deliveries (
    id              uuid primary key,
    thread          uuid        not null,
    number          integer     not null,
    channel         text        not null,
    kind            text        not null,
    content         jsonb       not null,
    raised_at       timestamptz not null,
    next_try_at     timestamptz not null,
    attempts        integer     not null default 0,
    first_failed_at timestamptz,
    last_error      text,
    sent_at         timestamptz,
    given_up_at     timestamptz,
    unique (thread, number, channel)
);

create index deliveries_waiting on deliveries (channel, next_try_at) where sent_at is null and given_up_at is null;
create index deliveries_raised on deliveries (raised_at);

comment on table deliveries is 'What is said by a channel: stored before it is sent, and kept.';
comment on column deliveries.thread is 'The alert; a digest of several is a thread of its own.';
comment on column deliveries.number is 'The first telling of a thread has 1.';
comment on column deliveries.attempts is 'Tries that have failed.';

create table expected_runs (
    data_type   text primary key,
    expected_at timestamptz,
    waits_for   text,
    said_at     timestamptz not null
);

comment on table expected_runs is 'When each data type''s next scheduled run is to start, as the scheduler has said last.';
comment on column expected_runs.expected_at is 'Null: the schedule is paused.';

create table heard_conditions (
    cause    text primary key,
    heard_at timestamptz not null
);

comment on table heard_conditions is 'When what was heard last of each cause was said: what was said before it and comes later is old.';
