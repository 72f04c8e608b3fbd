select
    raw ->> 'id' as id,
    raw ->> 'name' as name,
    raw ->> 'status' as status,
    raw ->> 'type' as type,
    raw ->> 'merchant_id' as merchant_id,
    raw ->> 'timezone' as timezone,
    raw ->> 'currency' as currency,
    raw ->> 'country' as country,
    raw ->> 'language_code' as language_code,
    (raw ->> 'created_at')::timestamptz as created_at,
    null::timestamptz as deleted_at,
    digest as digest,
    jsonb_hash_extended(raw, 0) as raw_hash,
    raw as raw
from element
