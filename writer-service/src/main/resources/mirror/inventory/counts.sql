select
    raw ->> 'catalog_object_id' as catalog_object_id,
    raw ->> 'location_id' as location_id,
    raw ->> 'state' as state,
    raw ->> 'catalog_object_type' as catalog_object_type,
    (raw ->> 'quantity')::numeric as quantity,
    (raw ->> 'is_estimated')::boolean as is_estimated,
    (raw ->> 'calculated_at')::timestamptz as calculated_at,
    null::timestamptz as deleted_at,
    digest as digest,
    jsonb_hash_extended(raw, 0) as raw_hash,
    raw as raw
from element
