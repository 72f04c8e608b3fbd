create table inventory_counts (
    catalog_object_id   text not null,
    location_id         text not null,
    state               text not null,
    catalog_object_type text,
    quantity            numeric,
    is_estimated        boolean,
    calculated_at       timestamptz,
    deleted_at          timestamptz,
    synced_at           timestamptz not null,
    run_id              uuid not null,
    fetched_at          timestamptz not null,
    digest              uuid not null,
    raw                 jsonb not null,
    primary key (catalog_object_id, location_id, state),
    constraint inventory_counts_size_is_sane check (pg_column_size(raw) < 8388608),
    constraint inventory_counts_quantity_is_finite check (quantity > '-Infinity' and quantity < 'Infinity'),
    constraint inventory_counts_times_are_plausible check (calculated_at >= '2000-01-01 00:00:00+00' and calculated_at < '2100-01-01 00:00:00+00')
);

comment on table inventory_counts is 'How much of a variation a location has in a state, such as IN_STOCK or WASTE.';
comment on column inventory_counts.catalog_object_id is 'The variation; of Square for Restaurants also an item.';
comment on column inventory_counts.quantity is 'May have up to five decimals, and be negative where more was sold than counted.';
comment on column inventory_counts.calculated_at is 'When Square last had a change that affects the count; the newest wins.';
comment on column inventory_counts.deleted_at is 'Always null so far: Square has no tombstone for a count.';
comment on column inventory_counts.synced_at is 'When this state was written.';
comment on column inventory_counts.run_id is 'The run that brought this state.';
comment on column inventory_counts.fetched_at is 'When Square''s answer with this state had arrived.';
comment on column inventory_counts.digest is 'MD5 of the text from which raw was made: an object that comes again unchanged is recognised by it without being parsed.';
comment on column inventory_counts.raw is 'Everything that Square sent, fields without a column included.';
