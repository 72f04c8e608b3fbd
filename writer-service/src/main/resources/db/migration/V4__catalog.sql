create table catalog_items (
    id                       text primary key,
    version                  bigint,
    updated_at               timestamptz,
    type                     text not null,
    name                     text,
    description              text,
    product_type             text,
    category_id              text,
    reporting_category_id    text,
    is_archived              boolean,
    present_at_all_locations boolean not null,
    deleted_at               timestamptz,
    synced_at                timestamptz not null,
    run_id                   uuid not null,
    fetched_at               timestamptz not null,
    digest                   uuid not null,
    raw                      jsonb not null,
    constraint catalog_items_hold_items_only check (type = 'ITEM'),
    constraint catalog_items_size_is_sane check (pg_column_size(raw) < 8388608),
    constraint catalog_items_times_are_plausible check (updated_at >= '2000-01-01 00:00:00+00' and updated_at < '2100-01-01 00:00:00+00')
);

comment on table catalog_items is 'Square''s catalog objects of type ITEM, deleted ones included. What is sold are their variations.';
comment on column catalog_items.version is 'Square''s version; rises with every change.';
comment on column catalog_items.category_id is 'The first of the item''s categories; all are in raw -> item_data -> categories.';
comment on column catalog_items.reporting_category_id is 'The one category that counts in reports.';
comment on column catalog_items.is_archived is 'Hidden by the shop, which is not the same as deleted.';
comment on column catalog_items.present_at_all_locations is 'True also where Square left it out; the exceptions are in raw.';
comment on column catalog_items.deleted_at is 'When Square deleted it; null: it exists.';
comment on column catalog_items.synced_at is 'When this state was written.';
comment on column catalog_items.run_id is 'The run that brought this state.';
comment on column catalog_items.fetched_at is 'When Square''s answer with this state had arrived.';
comment on column catalog_items.digest is 'MD5 of the text from which raw was made: an object that comes again unchanged is recognised by it without being parsed.';
comment on column catalog_items.raw is
    'Everything that Square sent, fields without a column included. The variations embedded in it are as old as the item; catalog_item_variations has their newest state.';

create table catalog_item_variations (
    id                       text primary key,
    version                  bigint,
    updated_at               timestamptz,
    type                     text not null,
    item_id                  text,
    name                     text,
    sku                      text,
    upc                      text,
    ordinal                  bigint,
    pricing_type             text,
    price_money              bigint,
    currency                 text,
    track_inventory          boolean,
    present_at_all_locations boolean not null,
    deleted_at               timestamptz,
    synced_at                timestamptz not null,
    run_id                   uuid not null,
    fetched_at               timestamptz not null,
    digest                   uuid not null,
    raw                      jsonb not null,
    constraint catalog_item_variations_hold_variations_only check (type = 'ITEM_VARIATION'),
    constraint catalog_item_variations_size_is_sane check (pg_column_size(raw) < 8388608),
    constraint catalog_item_variations_times_are_plausible check (updated_at >= '2000-01-01 00:00:00+00' and updated_at < '2100-01-01 00:00:00+00')
);

create index catalog_item_variations_by_item on catalog_item_variations (item_id);

comment on table catalog_item_variations is 'Square''s catalog objects of type ITEM_VARIATION, deleted ones included. Order lines and inventory counts point at them.';
comment on column catalog_item_variations.version is 'Square''s version; rises with every change.';
comment on column catalog_item_variations.price_money is 'In the currency''s smallest unit; null if the price is entered at the till.';
comment on column catalog_item_variations.present_at_all_locations is 'True also where Square left it out; the exceptions are in raw.';
comment on column catalog_item_variations.deleted_at is 'When Square deleted it, or its item without a word about the variation; null: it exists.';
comment on column catalog_item_variations.synced_at is 'When this state was written.';
comment on column catalog_item_variations.run_id is 'The run that brought this state.';
comment on column catalog_item_variations.fetched_at is 'When Square''s answer with this state had arrived.';
comment on column catalog_item_variations.digest is 'MD5 of the text from which raw was made: an object that comes again unchanged is recognised by it without being parsed.';
comment on column catalog_item_variations.raw is 'Everything that Square sent, fields without a column included.';
