alter table streams
    add column moved_at        timestamptz not null default now(),
    add column driven_again_at timestamptz;

comment on column streams.moved_at is
    'The last movement: requested, planned, a page recorded, a partition given up, driven again. The watchdog looks at it.';
comment on column streams.driven_again_at is 'When the watchdog asked the fetcher for it again; null: it did not.';

alter table sync_runs add column cancellation_said_at timestamptz;

comment on column sync_runs.cancellation_said_at is 'When the fetchers were last told that streams of this run are cancelled.';

alter table outbox add column expendable boolean not null default false;

comment on column outbox.expendable is 'The message is tried once only: it is said again if it turns out that nobody heard it.';

create table dependencies (
    service     text        not null,
    instance    text        not null,
    dependency  text        not null,
    up          boolean     not null,
    since       timestamptz not null,
    detail      text        not null,
    reported_at timestamptz not null,
    heard_at    timestamptz not null,
    primary key (service, instance, dependency)
);

comment on table dependencies is 'The latest report of each instance of a service about something that it needs.';
comment on column dependencies.up is 'false: it is down, and the service waits for it.';
comment on column dependencies.since is 'When the outage began; also of one that is over.';
comment on column dependencies.reported_at is 'By the clock of the service.';
comment on column dependencies.heard_at is 'By the clock of the scheduler. A service that is down itself reports nothing: an old report means nothing.';

create table watch (
    only_row    boolean primary key default true check (only_row),
    awake_since timestamptz not null,
    looked_at   timestamptz not null
);

comment on table watch is 'Since when the watchdog has been looking without a break. While it sleeps, no stream can be seen to move.';
