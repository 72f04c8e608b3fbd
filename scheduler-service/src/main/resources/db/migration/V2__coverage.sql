create table watermarks (
    data_type      text primary key,
    complete_from  timestamptz,
    complete_up_to timestamptz not null,
    run_id         uuid        not null,
    moved_at       timestamptz not null
);

comment on table watermarks is
    'For each data type the newest stretch of time without a gap whose changes are all in the mirror.';
comment on column watermarks.complete_from is 'Start of the stretch; null: the beginning of the shop''s history.';
comment on column watermarks.complete_up_to is 'The watermark: end of the stretch. It never goes back.';
comment on column watermarks.run_id is 'The run that moved it last.';

create table coverage (
    run_id       uuid        not null,
    data_type    text        not null,
    covered_from timestamptz,
    covered_to   timestamptz not null,
    proven_at    timestamptz not null,
    primary key (run_id, data_type)
);

create index coverage_by_data_type on coverage (data_type, covered_to desc);

comment on table coverage is 'The interval that each completed stream has proven: every change in it is in the mirror.';
comment on column coverage.covered_from is 'Start; null: the beginning of the shop''s history.';
comment on column coverage.covered_to is 'End: the end of the stream''s window less the overlap.';
