alter table sync_runs add column traceparent text;

comment on column sync_runs.traceparent is
    'The trace that all messages of this run belong to (W3C, Trace Context): the one of the request for it, or else one that is named by its id.';

alter table outbox add column traceparent text;

comment on column outbox.traceparent is 'The trace that the message continues: its run''s.';
