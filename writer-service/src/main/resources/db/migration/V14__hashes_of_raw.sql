-- A generated column would follow a change by hand. So it is generated once, for the rows that are there, which fires no trigger
-- and leaves no dead rows; from then on whoever writes raw writes its hash.
alter table orders add column raw_hash bigint generated always as (jsonb_hash_extended(raw, 0)) stored;
alter table orders alter column raw_hash drop expression;
alter table categories add column raw_hash bigint generated always as (jsonb_hash_extended(raw, 0)) stored;
alter table categories alter column raw_hash drop expression;
alter table catalog_items add column raw_hash bigint generated always as (jsonb_hash_extended(raw, 0)) stored;
alter table catalog_items alter column raw_hash drop expression;
alter table catalog_item_variations add column raw_hash bigint generated always as (jsonb_hash_extended(raw, 0)) stored;
alter table catalog_item_variations alter column raw_hash drop expression;
alter table locations add column raw_hash bigint generated always as (jsonb_hash_extended(raw, 0)) stored;
alter table locations alter column raw_hash drop expression;
alter table inventory_counts add column raw_hash bigint generated always as (jsonb_hash_extended(raw, 0)) stored;
alter table inventory_counts alter column raw_hash drop expression;

comment on column orders.raw_hash is 'Hash of raw as it was written: tells whether raw was changed by hand since.';
comment on column categories.raw_hash is 'Hash of raw as it was written: tells whether raw was changed by hand since.';
comment on column catalog_items.raw_hash is 'Hash of raw as it was written: tells whether raw was changed by hand since.';
comment on column catalog_item_variations.raw_hash is 'Hash of raw as it was written: tells whether raw was changed by hand since.';
comment on column locations.raw_hash is 'Hash of raw as it was written: tells whether raw was changed by hand since.';
comment on column inventory_counts.raw_hash is 'Hash of raw as it was written: tells whether raw was changed by hand since.';
