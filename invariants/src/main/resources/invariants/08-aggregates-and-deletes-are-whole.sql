-- Aggregates and deletes are whole.
--
-- An order's lines and other parts are those of the order as it is stored, no more and no fewer, and none belongs to an order that
-- is not there: who sums lines gets what who sums orders gets. And an object counts as deleted exactly where Square has said
-- so, in its own tombstone, in the one of its item, or by a full listing that no longer shows it.
with part_counts as materialized (
    select
        id,
        -- Square's null counts as an empty list; "|| '{}'" decompresses an order once instead of once for each list.
        jsonb_array_length(coalesce(nullif(raw -> 'line_items', 'null'), '[]')) as line_items,
        (
            select sum((line #>> '{total_money,amount}')::numeric)
            from jsonb_array_elements(coalesce(nullif(raw -> 'line_items', 'null'), '[]')) as lines (line)
        ) as line_money,
        jsonb_array_length(coalesce(nullif(raw -> 'taxes', 'null'), '[]')) as taxes,
        jsonb_array_length(coalesce(nullif(raw -> 'discounts', 'null'), '[]')) as discounts,
        jsonb_array_length(coalesce(nullif(raw -> 'service_charges', 'null'), '[]')) as service_charges,
        jsonb_array_length(coalesce(nullif(raw -> 'tenders', 'null'), '[]')) as tenders,
        jsonb_array_length(coalesce(nullif(raw -> 'fulfillments', 'null'), '[]')) as fulfillments,
        jsonb_array_length(coalesce(nullif(raw -> 'returns', 'null'), '[]')) as returns,
        (
            select coalesce(sum(jsonb_array_length(coalesce(nullif(given_back -> 'return_line_items', 'null'), '[]'))), 0)
            from jsonb_array_elements(coalesce(nullif(raw -> 'returns', 'null'), '[]')) as all_returns (given_back)
        ) as return_line_items,
        jsonb_array_length(coalesce(nullif(raw -> 'refunds', 'null'), '[]')) as refunds
    from (select id, raw || '{}' as raw from square.orders offset 0) as orders
),
expected as (
    select 'order_line_items' as part, id as order_id, line_items as parts from part_counts
    union all
    select 'order_taxes', id, taxes from part_counts
    union all
    select 'order_discounts', id, discounts from part_counts
    union all
    select 'order_service_charges', id, service_charges from part_counts
    union all
    select 'order_tenders', id, tenders from part_counts
    union all
    select 'order_fulfillments', id, fulfillments from part_counts
    union all
    select 'order_returns', id, returns from part_counts
    union all
    select 'order_return_line_items', id, return_line_items from part_counts
    union all
    select 'order_refunds', id, refunds from part_counts
),
stored as (
    select 'order_line_items' as part, order_id, count(*) as parts from square.order_line_items group by order_id
    union all
    select 'order_taxes', order_id, count(*) from square.order_taxes group by order_id
    union all
    select 'order_discounts', order_id, count(*) from square.order_discounts group by order_id
    union all
    select 'order_service_charges', order_id, count(*) from square.order_service_charges group by order_id
    union all
    select 'order_tenders', order_id, count(*) from square.order_tenders group by order_id
    union all
    select 'order_fulfillments', order_id, count(*) from square.order_fulfillments group by order_id
    union all
    select 'order_returns', order_id, count(*) from square.order_returns group by order_id
    union all
    select 'order_return_line_items', order_id, count(*) from square.order_return_line_items group by order_id
    union all
    select 'order_refunds', order_id, count(*) from square.order_refunds group by order_id
),
stored_money as (
    select order_id, sum(total_money) as line_money from square.order_line_items group by order_id
),
deletable as (
    select 'categories' as of_table, id, deleted_at, swept_at is not null or coalesce((raw ->> 'is_deleted')::boolean, false) as is_deleted
    from square.categories
    union all
    select 'catalog_items', id, deleted_at, swept_at is not null or coalesce((raw ->> 'is_deleted')::boolean, false)
    from square.catalog_items
    union all
    select
        'catalog_item_variations',
        variation.id,
        variation.deleted_at,
        variation.swept_at is not null
            or coalesce((variation.raw ->> 'is_deleted')::boolean, false)
            or item.deleted_at is not null and coalesce(variation.version, -1) <= item.version
    from square.catalog_item_variations as variation
    left join square.catalog_items as item on item.id = variation.item_id
    union all
    -- Square deletes none of these; it cancels an order and makes a location inactive.
    select 'orders', id, deleted_at, false from square.orders where deleted_at is not null
    union all
    select 'locations', id, deleted_at, swept_at is not null from square.locations where deleted_at is not null
    union all
    select 'inventory_counts', concat_ws(':', catalog_object_id, location_id, state), deleted_at, false
    from square.inventory_counts
    where deleted_at is not null
)
select
    case
        when expected.order_id is null then 'parts belong to an order that is not there'
        else 'an order has not the parts that Square sent with it'
    end as problem,
    format('order %s, %s: %s instead of %s', order_id, part, coalesce(stored.parts, 0), coalesce(expected.parts, 0)) as ids
from (select * from expected where parts > 0) as expected
full join stored using (part, order_id)
where stored.parts is distinct from expected.parts
union all
select 'the lines of an order are not of the order''s version',
    format('order %s: lines of %s instead of %s', id, stored_money.line_money, part_counts.line_money)
from part_counts
left join stored_money on stored_money.order_id = part_counts.id
where stored_money.line_money is distinct from part_counts.line_money
union all
select
    case when is_deleted then 'an object that Square has deleted is not marked' else 'an object is marked as deleted that Square has' end,
    format('%s %s', of_table, id)
from deletable
where is_deleted <> (deleted_at is not null)
