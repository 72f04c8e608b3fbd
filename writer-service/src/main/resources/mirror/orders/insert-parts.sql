-- Makes the parts of orders from what was just written. "|| '{}'" decompresses an order once, instead of once for each part.
-- A part without uid gets its position as one, and of two with the same uid the second gets it added: no part is lost.
-- The comparison hashes the columns in the order in which they are named here.
-- "null" where Square usually sends an array counts as an empty one.
with changed as materialized (
    select id as order_id, raw || '{}' as raw
    from orders
    where id = any (:writtenIds)
),
line_items as (
    insert into order_line_items (
        order_id, uid, position, catalog_object_id, catalog_version, item_type, name, variation_name, note,
        quantity, currency, base_price_money, variation_total_price_money, gross_sales_money, total_tax_money,
        total_discount_money, total_service_charge_money, total_money, part_hash
    )
    select made.*, hash_record_extended(made, 0)
    from (
        select
            order_id,
            case row_number() over (partition by order_id, part ->> 'uid' order by position)
                when 1 then coalesce(part ->> 'uid', '#' || position)
                else coalesce(part ->> 'uid', '') || '#' || position
            end,
            position,
            part ->> 'catalog_object_id',
            (part ->> 'catalog_version')::bigint,
            part ->> 'item_type',
            part ->> 'name',
            part ->> 'variation_name',
            part ->> 'note',
            (part ->> 'quantity')::numeric,
            coalesce(part #>> '{total_money,currency}', part #>> '{base_price_money,currency}'),
            (part #>> '{base_price_money,amount}')::bigint,
            (part #>> '{variation_total_price_money,amount}')::bigint,
            (part #>> '{gross_sales_money,amount}')::bigint,
            (part #>> '{total_tax_money,amount}')::bigint,
            (part #>> '{total_discount_money,amount}')::bigint,
            (part #>> '{total_service_charge_money,amount}')::bigint,
            (part #>> '{total_money,amount}')::bigint
        from changed, jsonb_array_elements(nullif(raw -> 'line_items', 'null')) with ordinality as parts (part, position)
    ) as made
),
taxes as (
    insert into order_taxes (
        order_id, uid, position, catalog_object_id, name, type, scope, percentage, currency, applied_money,
        part_hash
    )
    select made.*, hash_record_extended(made, 0)
    from (
        select
            order_id,
            case row_number() over (partition by order_id, part ->> 'uid' order by position)
                when 1 then coalesce(part ->> 'uid', '#' || position)
                else coalesce(part ->> 'uid', '') || '#' || position
            end,
            position,
            part ->> 'catalog_object_id',
            part ->> 'name',
            part ->> 'type',
            part ->> 'scope',
            (part ->> 'percentage')::numeric,
            part #>> '{applied_money,currency}',
            (part #>> '{applied_money,amount}')::bigint
        from changed, jsonb_array_elements(nullif(raw -> 'taxes', 'null')) with ordinality as parts (part, position)
    ) as made
),
discounts as (
    insert into order_discounts (
        order_id, uid, position, catalog_object_id, name, type, scope, percentage, currency, amount_money,
        applied_money, part_hash
    )
    select made.*, hash_record_extended(made, 0)
    from (
        select
            order_id,
            case row_number() over (partition by order_id, part ->> 'uid' order by position)
                when 1 then coalesce(part ->> 'uid', '#' || position)
                else coalesce(part ->> 'uid', '') || '#' || position
            end,
            position,
            part ->> 'catalog_object_id',
            part ->> 'name',
            part ->> 'type',
            part ->> 'scope',
            (part ->> 'percentage')::numeric,
            coalesce(part #>> '{applied_money,currency}', part #>> '{amount_money,currency}'),
            (part #>> '{amount_money,amount}')::bigint,
            (part #>> '{applied_money,amount}')::bigint
        from changed, jsonb_array_elements(nullif(raw -> 'discounts', 'null')) with ordinality as parts (part, position)
    ) as made
),
service_charges as (
    insert into order_service_charges (
        order_id, uid, position, catalog_object_id, name, type, calculation_phase, percentage, currency,
        amount_money, applied_money, total_tax_money, total_money, part_hash
    )
    select made.*, hash_record_extended(made, 0)
    from (
        select
            order_id,
            case row_number() over (partition by order_id, part ->> 'uid' order by position)
                when 1 then coalesce(part ->> 'uid', '#' || position)
                else coalesce(part ->> 'uid', '') || '#' || position
            end,
            position,
            part ->> 'catalog_object_id',
            part ->> 'name',
            part ->> 'type',
            part ->> 'calculation_phase',
            (part ->> 'percentage')::numeric,
            coalesce(part #>> '{total_money,currency}', part #>> '{applied_money,currency}'),
            (part #>> '{amount_money,amount}')::bigint,
            (part #>> '{applied_money,amount}')::bigint,
            (part #>> '{total_tax_money,amount}')::bigint,
            (part #>> '{total_money,amount}')::bigint
        from changed, jsonb_array_elements(nullif(raw -> 'service_charges', 'null')) with ordinality as parts (part, position)
    ) as made
),
tenders as (
    insert into order_tenders (
        order_id, id, position, type, location_id, customer_id, payment_id, note, created_at, currency,
        amount_money, tip_money, processing_fee_money, part_hash
    )
    select made.*, hash_record_extended(made, 0)
    from (
        select
            order_id,
            case row_number() over (partition by order_id, part ->> 'id' order by position)
                when 1 then coalesce(part ->> 'id', '#' || position)
                else coalesce(part ->> 'id', '') || '#' || position
            end,
            position,
            part ->> 'type',
            part ->> 'location_id',
            part ->> 'customer_id',
            part ->> 'payment_id',
            part ->> 'note',
            (part ->> 'created_at')::timestamptz,
            part #>> '{amount_money,currency}',
            (part #>> '{amount_money,amount}')::bigint,
            (part #>> '{tip_money,amount}')::bigint,
            (part #>> '{processing_fee_money,amount}')::bigint
        from changed, jsonb_array_elements(nullif(raw -> 'tenders', 'null')) with ordinality as parts (part, position)
    ) as made
),
fulfillments as (
    insert into order_fulfillments (
        order_id, uid, position, type, state, part_hash
    )
    select made.*, hash_record_extended(made, 0)
    from (
        select
            order_id,
            case row_number() over (partition by order_id, part ->> 'uid' order by position)
                when 1 then coalesce(part ->> 'uid', '#' || position)
                else coalesce(part ->> 'uid', '') || '#' || position
            end,
            position,
            part ->> 'type',
            part ->> 'state'
        from changed, jsonb_array_elements(nullif(raw -> 'fulfillments', 'null')) with ordinality as parts (part, position)
    ) as made
),
returns as (
    insert into order_returns (
        order_id, uid, position, source_order_id, currency, total_money, tax_money, discount_money, tip_money,
        part_hash
    )
    select made.*, hash_record_extended(made, 0)
    from (
        select
            order_id,
            case row_number() over (partition by order_id, part ->> 'uid' order by position)
                when 1 then coalesce(part ->> 'uid', '#' || position)
                else coalesce(part ->> 'uid', '') || '#' || position
            end,
            position,
            part ->> 'source_order_id',
            part #>> '{return_amounts,total_money,currency}',
            (part #>> '{return_amounts,total_money,amount}')::bigint,
            (part #>> '{return_amounts,tax_money,amount}')::bigint,
            (part #>> '{return_amounts,discount_money,amount}')::bigint,
            (part #>> '{return_amounts,tip_money,amount}')::bigint
        from changed, jsonb_array_elements(nullif(raw -> 'returns', 'null')) with ordinality as parts (part, position)
    ) as made
),
return_line_items as (
    insert into order_return_line_items (
        order_id, uid, return_position, position, source_line_item_uid, catalog_object_id, catalog_version,
        item_type, name, variation_name, quantity, currency, gross_return_money, total_tax_money,
        total_discount_money, total_money, part_hash
    )
    select made.*, hash_record_extended(made, 0)
    from (
        select
            order_id,
            case row_number() over (partition by order_id, part ->> 'uid' order by return_position, position)
                when 1 then coalesce(part ->> 'uid', '#' || concat_ws('.', return_position, position))
                else coalesce(part ->> 'uid', '') || '#' || concat_ws('.', return_position, position)
            end,
            return_position,
            position,
            part ->> 'source_line_item_uid',
            part ->> 'catalog_object_id',
            (part ->> 'catalog_version')::bigint,
            part ->> 'item_type',
            part ->> 'name',
            part ->> 'variation_name',
            (part ->> 'quantity')::numeric,
            coalesce(part #>> '{total_money,currency}', part #>> '{gross_return_money,currency}'),
            (part #>> '{gross_return_money,amount}')::bigint,
            (part #>> '{total_tax_money,amount}')::bigint,
            (part #>> '{total_discount_money,amount}')::bigint,
            (part #>> '{total_money,amount}')::bigint
        from changed,
            jsonb_array_elements(nullif(raw -> 'returns', 'null')) with ordinality as returned (return, return_position),
            jsonb_array_elements(nullif(return -> 'return_line_items', 'null')) with ordinality as parts (part, position)
    ) as made
)
insert into order_refunds (
    order_id, id, position, tender_id, transaction_id, location_id, status, reason, created_at, currency,
    amount_money, processing_fee_money, part_hash
)
select made.*, hash_record_extended(made, 0)
from (
    select
        order_id,
        case row_number() over (partition by order_id, part ->> 'id' order by position)
            when 1 then coalesce(part ->> 'id', '#' || position)
            else coalesce(part ->> 'id', '') || '#' || position
        end,
        position,
        part ->> 'tender_id',
        part ->> 'transaction_id',
        part ->> 'location_id',
        part ->> 'status',
        part ->> 'reason',
        (part ->> 'created_at')::timestamptz,
        part #>> '{amount_money,currency}',
        (part #>> '{amount_money,amount}')::bigint,
        (part #>> '{processing_fee_money,amount}')::bigint
    from changed, jsonb_array_elements(nullif(raw -> 'refunds', 'null')) with ordinality as parts (part, position)
) as made
