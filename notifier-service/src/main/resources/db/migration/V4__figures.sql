create table ended_streams (
    run_id       uuid        not null,
    data_type    text        not null,
    scheduled    boolean     not null,
    state        text        not null,
    requested_at timestamptz not null,
    ended_at     timestamptz not null,
    objects      integer     not null,
    retries      integer     not null,
    primary key (run_id, data_type)
);

create index ended_streams_when on ended_streams (requested_at);

comment on table ended_streams is 'What each sync has brought of each data type, to compare nights and to report weeks.';
comment on column ended_streams.scheduled is 'Whether a schedule has started it.';
comment on column ended_streams.objects is 'How many objects its pages held, changed or not.';
