-- Parts can disappear when an order changes, so the old ones all go.
with
line_items as (delete from order_line_items where order_id = any (:changedIds)),
taxes as (delete from order_taxes where order_id = any (:changedIds)),
discounts as (delete from order_discounts where order_id = any (:changedIds)),
service_charges as (delete from order_service_charges where order_id = any (:changedIds)),
tenders as (delete from order_tenders where order_id = any (:changedIds)),
fulfillments as (delete from order_fulfillments where order_id = any (:changedIds)),
returns as (delete from order_returns where order_id = any (:changedIds)),
return_line_items as (delete from order_return_line_items where order_id = any (:changedIds))
delete from order_refunds where order_id = any (:changedIds)
