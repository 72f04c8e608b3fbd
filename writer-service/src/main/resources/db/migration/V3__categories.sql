create table categories (
    id               text primary key,
    version          bigint,
    updated_at       timestamptz,
    type             text not null,
    name             text,
    category_type    text,
    parent_id        text,
    is_top_level     boolean,
    root_category_id text,
    deleted_at       timestamptz,
    synced_at        timestamptz not null,
    run_id           uuid not null,
    fetched_at       timestamptz not null,
    digest           uuid not null,
    raw              jsonb not null,
    constraint categories_hold_categories_only check (type = 'CATEGORY'),
    constraint categories_size_is_sane check (pg_column_size(raw) < 8388608),
    constraint categories_times_are_plausible check (updated_at >= '2000-01-01 00:00:00+00' and updated_at < '2100-01-01 00:00:00+00')
);

comment on table categories is 'Square''s catalog objects of type CATEGORY, deleted ones included.';
comment on column categories.version is 'Square''s version; rises with every change.';
comment on column categories.parent_id is 'The category above; it may be deleted or not synced yet, so there is no foreign key.';
comment on column categories.deleted_at is 'When Square deleted it; null: it exists.';
comment on column categories.synced_at is 'When this state was written.';
comment on column categories.run_id is 'The run that brought this state.';
comment on column categories.fetched_at is 'When Square''s answer with this state had arrived.';
comment on column categories.digest is 'MD5 of the text from which raw was made: an object that comes again unchanged is recognised by it without being parsed.';
comment on column categories.raw is 'Everything that Square sent, fields without a column included.';
