select
    raw ->> 'id' as id,
    (raw ->> 'version')::bigint as version,
    (raw ->> 'updated_at')::timestamptz as updated_at,
    raw ->> 'type' as type,
    raw #>> '{category_data,name}' as name,
    raw #>> '{category_data,category_type}' as category_type,
    raw #>> '{category_data,parent_category,id}' as parent_id,
    (raw #>> '{category_data,is_top_level}')::boolean as is_top_level,
    raw #>> '{category_data,root_category}' as root_category_id,
    case when (raw ->> 'is_deleted')::boolean then coalesce((raw ->> 'updated_at')::timestamptz, :fetchedAt) end as deleted_at,
    digest as digest,
    jsonb_hash_extended(raw, 0) as raw_hash,
    raw as raw
from element
