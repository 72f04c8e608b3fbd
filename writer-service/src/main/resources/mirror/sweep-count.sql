-- What the mirror holds of one table, and how much of it a full listing did not show: neither written by its run, nor seen in one
-- of its pages, nor in any page that was fetched later. What was fetched after the listing began is newer than the listing.
with seen as materialized (
    select distinct unnest(receipt.seen) as hash
    from page_receipts as receipt
    where receipt.data_type = :dataType and (receipt.run_id = :runId or receipt.fetched_at > :windowTo)
)
select
    count(*) as held,
    count(*) filter (
        where stored.fetched_at <= :windowTo
            and stored.run_id <> :runId
            and not exists (select from seen where seen.hash = hashtextextended({object id}, 0))
    ) as missing
from {table} as stored
where stored.deleted_at is null
