-- Equals the source.
--
-- The mirror, joined in full with Square's own objects, shows no object that is missing, different or too much. A comparison
-- of two runs with each other would not see an object that both have missed.
--
-- Needs the temporary table "source", which whoever runs this loads with Square's truth (see source.sql):
--   data_type  orders, catalog, categories, locations or inventory
--   raw        the object as Square gives it now, tombstones included
--
-- An object that Square changed after the window of the newest completed stream is not owed yet. One that is parked is told of
-- in square.parked_objects.
with window_ends as (
    select data_type, max(window_to) as owed_until
    from scheduler.streams
    where state = 'COMPLETED'
    group by data_type
),
source_object as (
    select
        data_type,
        case data_type
            when 'inventory' then concat_ws(':', raw ->> 'catalog_object_id', raw ->> 'location_id', raw ->> 'state')
            else raw ->> 'id'
        end as id,
        coalesce(raw ->> 'updated_at', raw ->> 'calculated_at')::timestamptz as changed_at,
        raw
    from source
    where data_type <> 'catalog' or raw ->> 'type' in ('ITEM', 'ITEM_VARIATION')
),
mirrored as (
    select 'locations' as data_type, id, raw from square.locations
    union all
    select 'categories', id, raw from square.categories
    union all
    select 'catalog', id, raw from square.catalog_items
    union all
    select 'catalog', id, raw from square.catalog_item_variations
    union all
    select 'orders', id, raw from square.orders
    union all
    select 'inventory', concat_ws(':', catalog_object_id, location_id, state), raw from square.inventory_counts
)
select
    case
        when mirrored.id is null then 'an object of Square is missing in the mirror'
        when source_object.id is null then 'the mirror holds an object that Square does not have'
        else 'the mirror holds an object in another state than Square'
    end as problem,
    format(
        '%s %s: Square has version %s, the mirror %s',
        data_type,
        id,
        coalesce(source_object.raw ->> 'version', source_object.changed_at::text, 'none'),
        coalesce(mirrored.raw ->> 'version', mirrored.raw ->> 'calculated_at', 'none')
    ) as ids
from source_object
full join mirrored using (data_type, id)
left join window_ends using (data_type)
where mirrored.raw is distinct from source_object.raw
    and (source_object.changed_at is null or source_object.changed_at <= window_ends.owed_until)
    and not exists (
        select
        from square.parked_objects as parked
        where parked.data_type = coalesce(source_object.data_type, mirrored.data_type)
            and parked.object_id = coalesce(source_object.id, mirrored.id)
            and parked.resolved_at is null
    )
