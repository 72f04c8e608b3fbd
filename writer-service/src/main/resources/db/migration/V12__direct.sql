create table direct_runs (
    id           uuid primary key,
    request      text not null,
    requested_by text not null,
    started_at   timestamptz not null,
    ended_at     timestamptz,
    recorded_at  timestamptz,
    check (recorded_at is null or ended_at is not null)
);

create index direct_runs_unfinished on direct_runs (request, started_at) where ended_at is null;

comment on table direct_runs is
    'Syncs that were made by one process, without broker and scheduler (./square-sync direct). A run that has no end can be gone on with.';
comment on column direct_runs.request is 'What was asked for, in one form: the same request again goes on with the run.';
comment on column direct_runs.ended_at is 'When all of it was committed; null: not yet.';
comment on column direct_runs.recorded_at is 'When the scheduler''s history got it; null: not yet.';

create table direct_streams (
    run_id      uuid not null references direct_runs on delete cascade,
    data_type   text not null,
    window_from timestamptz,
    window_to   timestamptz not null,
    primary key (run_id, data_type)
);

comment on table direct_streams is 'One data type in one direct run.';
comment on column direct_streams.window_from is 'Start of the window; null: the whole history.';

create table direct_partitions (
    run_id       uuid not null,
    data_type    text not null,
    partition_id text not null,
    label        text not null,
    slice        jsonb not null,
    completed_at timestamptz,
    primary key (run_id, data_type, partition_id),
    foreign key (run_id, data_type) references direct_streams on delete cascade
);

comment on table direct_partitions is 'The parts of a direct run that are read side by side.';
comment on column direct_partitions.slice is 'What the partition asks of Square.';
comment on column direct_partitions.completed_at is 'When its last page was committed; null: not yet.';

create table direct_pages (
    fetch_id     uuid primary key,
    run_id       uuid not null,
    data_type    text not null,
    partition_id text not null,
    scan         integer not null,
    number       integer not null,
    cursor       text not null,
    next_cursor  text,
    square_next  text,
    foreign key (run_id, data_type, partition_id) references direct_partitions on delete cascade
);

create index direct_pages_in_order on direct_pages (run_id, data_type, partition_id, scan, number);

comment on table direct_pages is
    'Pages that a direct run was about to write. Written is a page that has its receipt in page_receipts, and no other.';
comment on column direct_pages.cursor is 'Digest of the cursor that fetched this page; empty for the first page.';
comment on column direct_pages.next_cursor is 'Digest of the cursor to the next page; null: this is the last page.';
comment on column direct_pages.square_next is 'Square''s cursor to the next page, with which a killed run goes on.';
