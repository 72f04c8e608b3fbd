create table workers (
    service    text        not null,
    instance   text        not null,
    version    text        not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null,
    primary key (service, instance)
);

comment on table workers is 'The instances of the services that were heard of within the last day.';
comment on column workers.instance is 'Host and process.';
comment on column workers.started_at is 'By the clock of the instance.';
comment on column workers.seen_at is 'When it was last heard of, by the clock of the scheduler.';

create table retries (
    id           bigint generated always as identity primary key,
    run_id       uuid        not null references sync_runs (id) on delete cascade,
    data_type    text,
    partition_id text,
    queue        text        not null,
    attempt      integer     not null,
    attempts     integer     not null,
    code         text        not null,
    reason       text        not null,
    at           timestamptz not null,
    next_try_at  timestamptz not null
);

create index retries_of_a_run on retries (run_id, id desc);
create index retries_by_age on retries (at);

comment on table retries is
    'Deliveries that failed and were tried again, for people to read. Some may be missing. Kept for 30 days, and the latest 10,000 or so of a run.';
comment on column retries.data_type is 'Null: it is about the whole run.';
comment on column retries.partition_id is 'Null: it is about the whole stream or run.';
comment on column retries.queue is 'The work queue in which it failed.';
comment on column retries.attempt is '1 for the first retry.';
comment on column retries.attempts is 'How many retries there are before the message becomes a dead letter; 0: it never does.';
comment on column retries.code is 'Why it failed, a stable name.';
comment on column retries.reason is 'Why it failed, a sentence.';
comment on column retries.at is 'When it failed, by the clock of the service.';
comment on column retries.next_try_at is 'When its wait ends.';

create table notices (
    id      bigint generated always as identity primary key,
    channel text        not null,
    kind    text        not null,
    subject text        not null,
    run_id  uuid,
    state   text        not null check (state in ('SENT', 'FAILED')),
    detail  text,
    at      timestamptz not null
);

create index notices_newest_first on notices (at desc, id desc);

comment on table notices is 'What people were told, or could not be told. Some may be missing. Kept for 90 days.';
comment on column notices.channel is 'Such as mail.';
comment on column notices.kind is 'What it was about, such as run-ended.';
comment on column notices.subject is 'As the receivers see it.';
comment on column notices.state is 'FAILED: this try; another row tells of the next one.';
comment on column notices.detail is 'Why it could not be sent; null: it was.';
comment on column notices.at is 'By the clock of the service that sent it.';
