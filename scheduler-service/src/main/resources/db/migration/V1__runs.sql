create table sync_runs (
    id           uuid primary key,
    state        text        not null check (state in ('REQUESTED', 'RUNNING', 'COMPLETED', 'PARTIAL', 'FAILED', 'CANCELLED')),
    trigger      text        not null check (trigger in ('schedule', 'request')),
    requested_by text        not null,
    full_history boolean     not null,
    since        timestamptz,
    requested_at timestamptz not null,
    started_at   timestamptz,
    ended_at     timestamptz,
    reason       text,
    check ((ended_at is not null) = (state in ('COMPLETED', 'PARTIAL', 'FAILED', 'CANCELLED')))
);

create index sync_runs_newest_first on sync_runs (requested_at desc, id desc);

comment on table sync_runs is 'One row for each request to sync one or more data types.';
comment on column sync_runs.trigger is 'schedule: its time had come; request: a person or a program asked for it.';
comment on column sync_runs.requested_by is 'A person''s or a program''s name, or schedule.';
comment on column sync_runs.full_history is 'The whole history was asked for.';
comment on column sync_runs.since is 'Everything changed since this time was asked for; null: not asked.';
comment on column sync_runs.started_at is 'When the first stream''s partitions were known.';
comment on column sync_runs.reason is 'Why the run was cancelled.';

create table streams (
    run_id           uuid        not null references sync_runs on delete cascade,
    data_type        text        not null,
    state            text        not null check (state in ('REQUESTED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    window_from      timestamptz,
    window_to        timestamptz not null,
    ended_at         timestamptz,
    complete_up_to   timestamptz,
    failure_code     text,
    failure_detail   text,
    failure_attempts integer,
    primary key (run_id, data_type),
    check ((ended_at is not null) = (state in ('COMPLETED', 'FAILED', 'CANCELLED')))
);

create unique index one_active_stream_a_data_type on streams (data_type) where state in ('REQUESTED', 'RUNNING');
create index streams_by_data_type on streams (data_type, window_to desc);

comment on table streams is 'One data type in one run.';
comment on column streams.state is 'REQUESTED: the fetcher was asked; RUNNING: its partitions are known.';
comment on column streams.window_from is 'Start of the window; null: the whole history.';
comment on column streams.window_to is 'End of the window: when the run was requested.';
comment on column streams.complete_up_to is
    'As of this stream''s end, the mirror held every change from the beginning of the shop''s history up to this time; null: not proven.';

create table partitions (
    run_id       uuid not null,
    data_type    text not null,
    partition_id text not null,
    label        text not null,
    completed_at timestamptz,
    primary key (run_id, data_type, partition_id),
    foreign key (run_id, data_type) references streams on delete cascade
);

comment on table partitions is 'A part of a stream that is read page after page, side by side with the stream''s other partitions.';
comment on column partitions.completed_at is
    'When an unbroken chain of committed pages, from the first to one without a next, was first seen; null: not yet.';

create table partition_failures (
    run_id           uuid        not null,
    data_type        text        not null,
    partition_id     text        not null,
    failure_code     text        not null,
    failure_detail   text        not null,
    failure_attempts integer     not null,
    failed_at        timestamptz not null,
    primary key (run_id, data_type, partition_id),
    foreign key (run_id, data_type) references streams on delete cascade
);

comment on table partition_failures is
    'Partitions that were given up. A table of its own, because the failure may arrive before the plan that names the partition.';

create table pages (
    fetch_id     uuid primary key,
    run_id       uuid        not null,
    data_type    text        not null,
    partition_id text        not null,
    scan         integer     not null,
    number       integer     not null,
    cursor       text        not null,
    next_cursor  text,
    inserted     integer     not null,
    updated      integer     not null,
    unchanged    integer     not null,
    deleted      integer     not null,
    parked       integer     not null,
    committed_at timestamptz not null,
    foreign key (run_id, data_type) references streams on delete cascade
);

create index pages_in_order on pages (run_id, data_type, partition_id, scan, number);

comment on table pages is 'Pages that the writer has committed; one row for each answer of Square.';
comment on column pages.fetch_id is 'Names one answer of Square: a page that was fetched twice has two rows.';
comment on column pages.scan is '1, and one more each time the partition had to start again.';
comment on column pages.number is '1 for the first page of a scan.';
comment on column pages.cursor is 'Digest of the cursor that fetched this page; empty for the first page.';
comment on column pages.next_cursor is 'Digest of the cursor to the next page; null: this is the last page.';

create view stream_progress as
select s.run_id,
       s.data_type,
       s.state,
       s.window_from,
       s.window_to,
       s.ended_at,
       part.partitions,
       part.partitions_completed,
       page.pages,
       page.inserted,
       page.updated,
       page.unchanged,
       page.deleted,
       page.parked,
       s.complete_up_to,
       s.failure_code,
       s.failure_detail,
       s.failure_attempts
from streams s
cross join lateral (
    select count(*)::integer               as partitions,
           count(p.completed_at)::integer  as partitions_completed
    from partitions p
    where p.run_id = s.run_id
      and p.data_type = s.data_type
) part
cross join lateral (
    select count(*)::integer                       as pages,
           coalesce(sum(p.inserted), 0)::integer   as inserted,
           coalesce(sum(p.updated), 0)::integer    as updated,
           coalesce(sum(p.unchanged), 0)::integer  as unchanged,
           coalesce(sum(p.deleted), 0)::integer    as deleted,
           coalesce(sum(p.parked), 0)::integer     as parked
    from pages p
    where p.run_id = s.run_id
      and p.data_type = s.data_type
) page;

comment on view stream_progress is 'The numbers of every stream, counted from the rows of its partitions and pages.';
