-- Square deletes an item with its variations, but may tell of the item only. Computed anew for every variation that was
-- written and for those of every item that was written, so that it does not matter which of the two comes first.
update catalog_item_variations as variation
set deleted_at = state.deleted_at
from (
    select
        v.id,
        case
            when (v.raw ->> 'is_deleted')::boolean then coalesce(v.updated_at, v.fetched_at)
            when coalesce(v.version, -1) <= i.version and i.deleted_at is not null then i.deleted_at
            else v.swept_at
        end as deleted_at
    from catalog_item_variations as v
    left join catalog_items as i on i.id = v.item_id
    where v.id = any (:writtenIds) or v.item_id = any (:writtenIds)
    order by v.id
) as state
where variation.id = state.id and variation.deleted_at is distinct from state.deleted_at
