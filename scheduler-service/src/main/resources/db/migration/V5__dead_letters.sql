create table dead_letters (
    id               uuid primary key,
    fingerprint      text        not null unique,
    state            text        not null check (state in ('OPEN', 'REPLAYING', 'REPLAYED', 'DISCARDED')),
    queue            text        not null,
    wire_type        text,
    code             text        not null,
    reason           text        not null,
    attempts         integer     not null,
    headers          jsonb       not null,
    body             bytea       not null,
    run_id           uuid,
    data_type        text,
    partition_id     text,
    trace_id         text,
    first_seen_at    timestamptz not null,
    last_seen_at     timestamptz not null,
    replays          integer     not null default 0,
    next_publish_at  timestamptz,
    publish_failures integer     not null default 0,
    decided_by       text,
    decided_at       timestamptz,
    discard_reason   text,
    check ((state = 'DISCARDED') = (discard_reason is not null)),
    check ((state = 'REPLAYING') = (next_publish_at is not null))
);

create index dead_letters_newest_first on dead_letters (first_seen_at desc, id desc);
create index dead_letters_to_publish on dead_letters (next_publish_at, id) where state = 'REPLAYING';
create index dead_letters_by_run on dead_letters (run_id);

comment on table dead_letters is
    'Messages that a service gave up after all its retries, or that the broker gave up. One row for each content, however often it was given up.';
comment on column dead_letters.fingerprint is 'SHA-256 of queue, wire type, page header and body.';
comment on column dead_letters.state is
    'OPEN: nobody has decided; REPLAYING: on its way back to its queue; REPLAYED: there again, and not given up again since; DISCARDED: given up for good by a person.';
comment on column dead_letters.queue is 'The work queue that it came from, and to which a replay sends it back.';
comment on column dead_letters.wire_type is 'The kind of message and its version, as the sender named it; null: it did not.';
comment on column dead_letters.code is 'Why it was given up, a stable name.';
comment on column dead_letters.reason is 'Why it was given up, a sentence.';
comment on column dead_letters.attempts is 'How often it was tried; 0: the broker gave it up, which does not say.';
comment on column dead_letters.headers is 'The sender''s headers. What PostgreSQL cannot hold in them is replaced by U+FFFD.';
comment on column dead_letters.body is 'The message, byte for byte.';
comment on column dead_letters.run_id is 'The run that it belongs to; null: not readable.';
comment on column dead_letters.data_type is 'Null: it is about a whole run, or not readable.';
comment on column dead_letters.partition_id is 'Null: it is about a whole stream or run, or not readable.';
comment on column dead_letters.trace_id is '32 hexadecimal digits: from the message''s traceparent, or else the run''s id.';
comment on column dead_letters.last_seen_at is 'When it was given up last.';
comment on column dead_letters.replays is 'How often it was sent back to its queue.';
comment on column dead_letters.next_publish_at is 'While REPLAYING: when to try to publish it.';
comment on column dead_letters.publish_failures is 'How often publishing this replay has failed.';
comment on column dead_letters.decided_by is 'Who asked for the last replay, or discarded it.';

create table audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    who     text        not null,
    action  text        not null,
    subject text,
    detail  text        not null
);

comment on table audit is 'What people and programs have done, written in the transaction that did it.';
comment on column audit.who is 'A person''s or a program''s name.';
comment on column audit.action is 'Such as dead-letter.replay, dead-letter.discard, run.request, run.cancel, schedule.change.';
comment on column audit.subject is 'What it was done to: the id of a run or a dead letter, or a data type; null: many.';
comment on column audit.detail is 'A sentence for people.';
