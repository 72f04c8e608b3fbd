-- Orders of which not every part is there, or of which the parts' money is not what raw says.
with list as not materialized (
    select id, raw || '{}' as raw
    from orders
    where deleted_at is null
    offset 0
),
expected as (
    select
        id,
        jsonb_array_length(coalesce(nullif(raw -> 'line_items', 'null'), '[]')) as line_items,
        (
            select coalesce(sum((part #>> '{total_money,amount}')::numeric), 0)
            from jsonb_array_elements(coalesce(nullif(raw -> 'line_items', 'null'), '[]')) as parts (part)
        ) as line_money,
        jsonb_array_length(coalesce(nullif(raw -> 'tenders', 'null'), '[]')) as tenders,
        (
            select coalesce(sum((part #>> '{amount_money,amount}')::numeric), 0)
            from jsonb_array_elements(coalesce(nullif(raw -> 'tenders', 'null'), '[]')) as parts (part)
        ) as tender_money,
        jsonb_array_length(coalesce(nullif(raw -> 'taxes', 'null'), '[]'))
            + jsonb_array_length(coalesce(nullif(raw -> 'discounts', 'null'), '[]'))
            + jsonb_array_length(coalesce(nullif(raw -> 'service_charges', 'null'), '[]'))
            + jsonb_array_length(coalesce(nullif(raw -> 'fulfillments', 'null'), '[]'))
            + jsonb_array_length(coalesce(nullif(raw -> 'returns', 'null'), '[]'))
            + jsonb_array_length(coalesce(nullif(raw -> 'refunds', 'null'), '[]')) as others
    from list
),
lines as (
    select order_id as id, count(*) as line_items, coalesce(sum(total_money), 0) as line_money
    from order_line_items
    group by order_id
),
paid as (
    select order_id as id, count(*) as tenders, coalesce(sum(amount_money), 0) as tender_money
    from order_tenders
    group by order_id
),
other as (
    select id, count(*) as others
    from (
        select order_id as id from order_taxes
        union all
        select order_id from order_discounts
        union all
        select order_id from order_service_charges
        union all
        select order_id from order_fulfillments
        union all
        select order_id from order_returns
        union all
        select order_id from order_refunds
    ) as parts
    group by id
)
insert into proof_suspects (data_type, object_id, altered)
select :dataType, expected.id, true
from expected
left join lines on lines.id = expected.id
left join paid on paid.id = expected.id
left join other on other.id = expected.id
where (expected.line_items, expected.line_money) is distinct from (coalesce(lines.line_items, 0), coalesce(lines.line_money, 0))
    or (expected.tenders, expected.tender_money) is distinct from (coalesce(paid.tenders, 0), coalesce(paid.tender_money, 0))
    or expected.others <> coalesce(other.others, 0)
on conflict (data_type, object_id) do update
set altered = true
