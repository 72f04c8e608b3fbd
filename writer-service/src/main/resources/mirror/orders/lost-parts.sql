-- Orders that do not have as many parts as their raw had when it was written.
with held as (
    select order_id, count(*) as parts
    from (
        select order_id from order_line_items
        union all
        select order_id from order_taxes
        union all
        select order_id from order_discounts
        union all
        select order_id from order_service_charges
        union all
        select order_id from order_tenders
        union all
        select order_id from order_fulfillments
        union all
        select order_id from order_returns
        union all
        select order_id from order_return_line_items
        union all
        select order_id from order_refunds
    ) as part
    group by order_id
)
insert into proof_suspects (data_type, object_id, altered)
select :dataType, orders.id, true
from orders
left join held on held.order_id = orders.id
where orders.deleted_at is null
    and orders.parts is distinct from coalesce(held.parts, 0)
on conflict (data_type, object_id) do update
set altered = true
