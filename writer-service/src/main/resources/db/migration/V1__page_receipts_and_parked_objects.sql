create table page_receipts (
    fetch_id     uuid primary key,
    run_id       uuid not null,
    data_type    text not null,
    partition_id text not null,
    scan         integer not null,
    number       integer not null,
    inserted     integer not null,
    updated      integer not null,
    unchanged    integer not null,
    deleted      integer not null,
    parked       integer not null,
    confirmed    bigint[] not null,
    fetched_at   timestamptz not null,
    committed_at timestamptz not null
);

create index page_receipts_by_fetch_time on page_receipts (data_type, fetched_at);

comment on table page_receipts is
    'One row for each answer of Square that was committed, written in the transaction of the page itself. A page that is delivered again is recognised by it.';
comment on column page_receipts.fetch_id is 'Names one answer of Square; a page that was fetched twice has two.';
comment on column page_receipts.scan is '1, and one more each time the partition had to start again because Square''s cursor had expired.';
comment on column page_receipts.number is '1 for the first page of a scan.';
comment on column page_receipts.unchanged is 'Objects of which the mirror held the same or a newer version.';
comment on column page_receipts.deleted is 'Tombstones that took effect.';
comment on column page_receipts.parked is 'Objects that PostgreSQL could not hold; see parked_objects.';
comment on column page_receipts.confirmed is
    'Hashes (key and version) of the objects that the page showed exactly as the mirror held them. They are not rewritten, so this is where the later sight of them is remembered.';
comment on column page_receipts.fetched_at is 'When Square''s answer had arrived.';

create table parked_objects (
    id             bigint generated always as identity primary key,
    data_type      text not null,
    object_id      text,
    content_digest bytea not null,
    run_id         uuid not null,
    fetch_id       uuid not null,
    reason         text not null,
    cleaned        boolean not null,
    body           bytea not null,
    parked_at      timestamptz not null,
    resolved_at    timestamptz,
    constraint parked_objects_once unique (data_type, content_digest)
);

create index parked_objects_open on parked_objects (data_type, object_id) where resolved_at is null;

comment on table parked_objects is
    'Objects that PostgreSQL could not hold as Square sent them. The rest of their page was written. Open ones have no resolved_at.';
comment on column parked_objects.object_id is 'Square''s key, its parts joined by a colon; null if the object has none.';
comment on column parked_objects.content_digest is 'SHA-256 of body: the same content parks once, however often it comes.';
comment on column parked_objects.run_id is 'The run that parked it first.';
comment on column parked_objects.cleaned is
    'True: characters that PostgreSQL cannot store were replaced by U+FFFD and the object was written. False: the object is not in the mirror.';
comment on column parked_objects.body is 'The object in JSON, in UTF-8, as Square sent it.';
comment on column parked_objects.resolved_at is 'When a later version of the object was written as it came.';
