create table idempotency_keys (
    caller     text        not null,
    key        text        not null,
    request    text        not null,
    run_id     uuid references sync_runs on delete cascade,
    created_at timestamptz not null,
    primary key (caller, key)
);

create index idempotency_keys_oldest_first on idempotency_keys (created_at);
create index idempotency_keys_by_run on idempotency_keys (run_id);

comment on table idempotency_keys is
    'Requests for runs that must not start a second run if they are sent again. A request that was refused leaves no row. Kept for a day.';
comment on column idempotency_keys.caller is 'Who sent it: a key means something only together with its sender.';
comment on column idempotency_keys.request is 'SHA-256 of what was asked.';
comment on column idempotency_keys.run_id is 'The run that it started; null only within the transaction that starts it.';

create table replay_jobs (
    id         uuid primary key,
    who        text        not null,
    asked      text        not null,
    total      integer     not null,
    started_at timestamptz not null
);

comment on table replay_jobs is 'Each time that somebody sent many dead letters back to their queues at once.';
comment on column replay_jobs.asked is 'Which ones, in words.';
comment on column replay_jobs.total is 'How many they were.';

alter table dead_letters add column replay_job_id uuid references replay_jobs on delete set null;

create index dead_letters_by_replay_job on dead_letters (replay_job_id, state) where replay_job_id is not null;

comment on column dead_letters.replay_job_id is 'The job that replayed it last; null: it was not, or on its own.';

create index audit_by_who on audit (who, id desc);
create index audit_by_action on audit (action, id desc);
