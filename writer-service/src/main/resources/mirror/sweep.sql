-- Marks what sweep-count.sql counts.
with seen as materialized (
    select distinct unnest(receipt.seen) as hash
    from page_receipts as receipt
    where receipt.data_type = :dataType and (receipt.run_id = :runId or receipt.fetched_at > :windowTo)
)
update {table} as stored
set deleted_at = :windowTo, swept_at = :windowTo, synced_at = :syncedAt
where stored.deleted_at is null
    and stored.fetched_at <= :windowTo
    and stored.run_id <> :runId
    and not exists (select from seen where seen.hash = hashtextextended({object id}, 0))
returning {object id} as object_id
