-- Square shows a variation twice: as an object of its own, and embedded in its item. Only the first counts here. The second
-- is missing from a deleted item and is as old as the item's page; it stays in the item's raw.
select
    raw ->> 'id' as id,
    (raw ->> 'version')::bigint as version,
    (raw ->> 'updated_at')::timestamptz as updated_at,
    raw ->> 'type' as type,
    raw #>> '{item_variation_data,item_id}' as item_id,
    raw #>> '{item_variation_data,name}' as name,
    raw #>> '{item_variation_data,sku}' as sku,
    raw #>> '{item_variation_data,upc}' as upc,
    (raw #>> '{item_variation_data,ordinal}')::bigint as ordinal,
    raw #>> '{item_variation_data,pricing_type}' as pricing_type,
    (raw #>> '{item_variation_data,price_money,amount}')::bigint as price_money,
    raw #>> '{item_variation_data,price_money,currency}' as currency,
    (raw #>> '{item_variation_data,track_inventory}')::boolean as track_inventory,
    coalesce((raw ->> 'present_at_all_locations')::boolean, true) as present_at_all_locations,
    case when (raw ->> 'is_deleted')::boolean then coalesce((raw ->> 'updated_at')::timestamptz, :fetchedAt) end as deleted_at,
    digest as digest,
    jsonb_hash_extended(raw, 0) as raw_hash,
    raw as raw
from element
where raw ->> 'type' = 'ITEM_VARIATION'
