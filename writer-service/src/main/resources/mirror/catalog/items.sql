-- Everything but variations, so that an object of a type that has no place here is refused, parked and seen.
select
    raw ->> 'id' as id,
    (raw ->> 'version')::bigint as version,
    (raw ->> 'updated_at')::timestamptz as updated_at,
    raw ->> 'type' as type,
    raw #>> '{item_data,name}' as name,
    coalesce(raw #>> '{item_data,description_plaintext}', raw #>> '{item_data,description}') as description,
    raw #>> '{item_data,product_type}' as product_type,
    coalesce(raw #>> '{item_data,categories,0,id}', raw #>> '{item_data,category_id}') as category_id,
    raw #>> '{item_data,reporting_category,id}' as reporting_category_id,
    (raw #>> '{item_data,is_archived}')::boolean as is_archived,
    coalesce((raw ->> 'present_at_all_locations')::boolean, true) as present_at_all_locations,
    case when (raw ->> 'is_deleted')::boolean then coalesce((raw ->> 'updated_at')::timestamptz, :fetchedAt) end as deleted_at,
    digest as digest,
    jsonb_hash_extended(raw, 0) as raw_hash,
    raw as raw
from element
where raw ->> 'type' is distinct from 'ITEM_VARIATION'
