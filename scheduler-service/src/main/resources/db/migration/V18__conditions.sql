create table conditions (
    cause       text primary key,
    kind        text        not null,
    since       timestamptz not null,
    raised_at   timestamptz not null,
    reported_at timestamptz not null,
    count       bigint      not null,
    said        text        not null
);

comment on table conditions is
    'What a person should know and the notifier has been told of, as long as it goes on. A row changes in the transaction that stores the message.';
comment on column conditions.cause is 'A stable text: the same thing has the same one.';
comment on column conditions.since is 'When it began.';
comment on column conditions.raised_at is 'When it was noticed.';
comment on column conditions.said is 'What was said of it last: if it is said otherwise, the notifier is told again.';

create table announced_runs (
    data_type text primary key,
    said      text        not null,
    said_at   timestamptz not null
);

comment on table announced_runs is 'What the notifier was told of each schedule''s next run, so that it is told again when that changes.';
