create table rollbacks (
    run_id    uuid    primary key references sync_runs on delete cascade,
    of_run_id uuid    not null references sync_runs on delete cascade,
    dry_run   boolean not null
);

create index rollbacks_by_run on rollbacks (of_run_id);

comment on table rollbacks is 'What the runs of kind rollback restore.';
comment on column rollbacks.of_run_id is 'The run whose changes are undone.';
comment on column rollbacks.dry_run is 'Nothing is written; the run only tells what would be.';

create table rolled_back_streams (
    run_id      uuid        not null,
    data_type   text        not null,
    restored    integer     not null,
    removed     integer     not null,
    reinserted  integer     not null,
    skipped     integer     not null,
    skipped_ids text[]      not null,
    answered_at timestamptz not null,
    primary key (run_id, data_type),
    foreign key (run_id, data_type) references streams on delete cascade
);

comment on table rolled_back_streams is 'What the writer answered, for each data type of a roll-back.';
comment on column rolled_back_streams.restored is 'Objects that have their previous state again.';
comment on column rolled_back_streams.removed is 'Objects that the run had brought in, and that are gone again.';
comment on column rolled_back_streams.reinserted is 'Objects that the run had removed, and that are there again.';
comment on column rolled_back_streams.skipped is 'Objects that a later run or a hand has touched; they were left as they are.';
comment on column rolled_back_streams.skipped_ids is 'The first of these.';

alter table coverage add column retracted_by uuid;

comment on column coverage.retracted_by is 'The roll-back that undid the stream: it proves nothing any more; null: it does.';

create table sweeps (
    run_id       uuid        not null,
    data_type    text        not null,
    requested_at timestamptz not null,
    swept_at     timestamptz,
    deleted      integer,
    missing      integer,
    held         integer,
    primary key (run_id, data_type),
    foreign key (run_id, data_type) references streams on delete cascade
);

comment on table sweeps is
    'After every page of a full listing: what the mirror holds and the listing did not show is marked as deleted.';
comment on column sweeps.swept_at is 'When the writer answered; null: not yet.';
comment on column sweeps.missing is 'How many objects the listing did not show, if they were too many to delete them; else 0.';
comment on column sweeps.held is 'How many objects existed before.';
