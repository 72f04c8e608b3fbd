create view order_sales as
select
    o.id as order_id,
    o.location_id,
    coalesce(l.name, o.location_id) as location_name,
    (coalesce(o.closed_at, o.created_at) at time zone coalesce(l.timezone, 'UTC'))::date as business_day,
    o.currency,
    coalesce(o.total_money, 0) as sales_money,
    coalesce(o.return_total_money, 0) as returns_money,
    coalesce(o.net_total_money, coalesce(o.total_money, 0) - coalesce(o.return_total_money, 0)) as net_money,
    coalesce(o.net_tax_money, o.total_tax_money, 0) as net_tax_money,
    coalesce(o.net_tip_money, o.total_tip_money, 0) as net_tip_money,
    coalesce(o.net_discount_money, o.total_discount_money, 0) as net_discount_money
from orders o
left join locations l on l.id = o.location_id
where o.state = 'COMPLETED' and o.deleted_at is null;

comment on view order_sales is
    'Each completed order with its business day: the day on which it was closed, in the time zone of its location (UTC while the location is unknown).';

create view sales_by_day as
select
    business_day,
    location_id,
    location_name,
    currency,
    count(*) as orders,
    sum(sales_money)::bigint as sales_money,
    sum(returns_money)::bigint as returns_money,
    sum(net_money)::bigint as net_money,
    sum(net_tax_money)::bigint as net_tax_money,
    sum(net_tip_money)::bigint as net_tip_money,
    sum(net_discount_money)::bigint as net_discount_money
from order_sales
group by business_day, location_id, location_name, currency;

comment on view sales_by_day is
    'Completed orders by business day, location and currency, in the currency''s smallest unit. net_money is after returns, with tax and tips.';

create view sales_by_location as
select
    location_id,
    location_name,
    currency,
    min(business_day) as first_day,
    max(business_day) as last_day,
    count(*) as orders,
    sum(sales_money)::bigint as sales_money,
    sum(returns_money)::bigint as returns_money,
    sum(net_money)::bigint as net_money,
    sum(net_tax_money)::bigint as net_tax_money,
    sum(net_tip_money)::bigint as net_tip_money,
    sum(net_discount_money)::bigint as net_discount_money
from order_sales
group by location_id, location_name, currency;

comment on view sales_by_location is 'Completed orders of all time by location and currency; columns as in sales_by_day.';

create view sales_by_item as
with moved as (
    select line.order_id, line.catalog_object_id, line.name, line.variation_name, line.currency,
        line.quantity as sold, 0 as returned, line.total_money as sales_money, 0::bigint as returns_money
    from order_line_items line
    union all
    select line.order_id, line.catalog_object_id, line.name, line.variation_name, line.currency,
        0, line.quantity, 0, line.total_money
    from order_return_line_items line
)
select
    o.business_day,
    o.location_id,
    i.id as item_id,
    moved.catalog_object_id as variation_id,
    coalesce(i.name, moved.name) as item_name,
    coalesce(v.name, moved.variation_name) as variation_name,
    moved.currency,
    sum(moved.sold) as sold,
    sum(moved.returned) as returned,
    coalesce(sum(moved.sales_money), 0)::bigint as sales_money,
    coalesce(sum(moved.returns_money), 0)::bigint as returns_money,
    (coalesce(sum(moved.sales_money), 0) - coalesce(sum(moved.returns_money), 0))::bigint as net_money
from moved
join order_sales o on o.order_id = moved.order_id
left join catalog_item_variations v on v.id = moved.catalog_object_id
left join catalog_items i on i.id = v.item_id
group by o.business_day, o.location_id, i.id, moved.catalog_object_id, coalesce(i.name, moved.name),
    coalesce(v.name, moved.variation_name), moved.currency;

comment on view sales_by_item is
    'Lines of completed orders by business day, location and variation, less returned lines. Names are today''s; of items that the catalog no longer knows, those on the order.';

create view freshness as
with held as (
    select 'locations' as data_type, count(*) as objects, count(deleted_at) as deleted, max(synced_at) as last_change_at from locations
    union all
    select 'categories', count(*), count(deleted_at), max(synced_at) from categories
    union all
    select 'catalog', count(*), count(deleted_at), max(synced_at)
    from (
        select deleted_at, synced_at from catalog_items
        union all
        select deleted_at, synced_at from catalog_item_variations
    ) as catalog
    union all
    select 'orders', count(*), count(deleted_at), max(synced_at) from orders
    union all
    select 'inventory', count(*), count(deleted_at), max(synced_at) from inventory_counts
)
select
    held.data_type,
    held.objects,
    held.deleted,
    held.last_change_at,
    (select max(r.fetched_at) from page_receipts r where r.data_type = held.data_type) as last_page_at,
    (select count(*) from parked_objects p where p.data_type = held.data_type and p.resolved_at is null) as parked
from held;

comment on view freshness is 'How much of each data type the mirror holds and how fresh it is.';
comment on column freshness.objects is 'Deleted ones included.';
comment on column freshness.last_change_at is 'When the mirror last changed.';
comment on column freshness.last_page_at is 'When Square last answered with a page of it, changed or not.';
comment on column freshness.parked is 'Objects that wait in parked_objects.';
