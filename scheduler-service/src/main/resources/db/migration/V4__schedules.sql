create table schedules (
    data_type   text primary key,
    cron        text    not null,
    time_zone   text,
    mode        text    not null check (mode in ('incremental', 'full')),
    lookback    text,
    priority    text    not null check (priority in ('high', 'medium', 'low')),
    paused      boolean not null default false,
    next_due_at timestamptz,
    check (mode = 'full' or lookback is not null)
);

comment on table schedules is 'When and how each data type is synced. The rows are also the list of the data types there are.';
comment on column schedules.cron is 'Second, minute, hour, day of month, month, day of week; in local time of the time zone.';
comment on column schedules.time_zone is 'IANA name; null until the first start of the scheduler, which puts the shop''s zone here.';
comment on column schedules.mode is 'incremental: what has changed since the lookback or the watermark, whichever is earlier; full: everything.';
comment on column schedules.lookback is 'ISO 8601 duration: how far back an incremental sync goes at least.';
comment on column schedules.next_due_at is 'When the next run is due. In the past: it was missed and is made up for once.';

insert into schedules (data_type, cron, mode, lookback, priority)
values ('orders', '0 0 2 * * *', 'incremental', 'P7D', 'high'),
       ('catalog', '0 0 2 * * *', 'full', null, 'high'),
       ('categories', '0 0 2 * * *', 'full', null, 'medium'),
       ('inventory', '0 0 2 * * *', 'incremental', 'PT24H', 'medium'),
       ('locations', '0 0 2 * * *', 'full', null, 'low');

create table skipped_firings (
    data_type   text        not null,
    due_at      timestamptz not null,
    reason      text        not null,
    run_id      uuid,
    recorded_at timestamptz not null,
    primary key (data_type, due_at)
);

comment on table skipped_firings is 'Times at which a schedule was due and no run was started.';
comment on column skipped_firings.run_id is 'The run that was still active.';
