select
    raw ->> 'id' as id,
    (raw ->> 'version')::bigint as version,
    (raw ->> 'updated_at')::timestamptz as updated_at,
    (raw ->> 'created_at')::timestamptz as created_at,
    (raw ->> 'closed_at')::timestamptz as closed_at,
    raw ->> 'location_id' as location_id,
    raw ->> 'state' as state,
    raw ->> 'customer_id' as customer_id,
    raw ->> 'reference_id' as reference_id,
    raw #>> '{source,name}' as source_name,
    raw ->> 'ticket_name' as ticket_name,
    raw #>> '{total_money,currency}' as currency,
    (raw #>> '{total_money,amount}')::bigint as total_money,
    (raw #>> '{total_tax_money,amount}')::bigint as total_tax_money,
    (raw #>> '{total_discount_money,amount}')::bigint as total_discount_money,
    (raw #>> '{total_tip_money,amount}')::bigint as total_tip_money,
    (raw #>> '{total_service_charge_money,amount}')::bigint as total_service_charge_money,
    (raw #>> '{return_amounts,total_money,amount}')::bigint as return_total_money,
    (raw #>> '{net_amounts,total_money,amount}')::bigint as net_total_money,
    (raw #>> '{net_amounts,tax_money,amount}')::bigint as net_tax_money,
    (raw #>> '{net_amounts,discount_money,amount}')::bigint as net_discount_money,
    (raw #>> '{net_amounts,tip_money,amount}')::bigint as net_tip_money,
    (raw #>> '{net_amounts,service_charge_money,amount}')::bigint as net_service_charge_money,
    (raw #>> '{net_amount_due_money,amount}')::bigint as net_amount_due_money,
    jsonb_array_length(coalesce(nullif(raw -> 'line_items', 'null'), '[]'))
        + jsonb_array_length(coalesce(nullif(raw -> 'taxes', 'null'), '[]'))
        + jsonb_array_length(coalesce(nullif(raw -> 'discounts', 'null'), '[]'))
        + jsonb_array_length(coalesce(nullif(raw -> 'service_charges', 'null'), '[]'))
        + jsonb_array_length(coalesce(nullif(raw -> 'tenders', 'null'), '[]'))
        + jsonb_array_length(coalesce(nullif(raw -> 'fulfillments', 'null'), '[]'))
        + jsonb_array_length(coalesce(nullif(raw -> 'returns', 'null'), '[]'))
        + jsonb_array_length(jsonb_path_query_array(raw, '$.returns[*].return_line_items[*] ? (@ != null)'))
        + jsonb_array_length(coalesce(nullif(raw -> 'refunds', 'null'), '[]')) as parts,
    null::timestamptz as deleted_at,
    digest as digest,
    jsonb_hash_extended(raw, 0) as raw_hash,
    raw as raw
from element
