insert into page_receipts (
    fetch_id, run_id, data_type, partition_id, scan, number, inserted, updated, unchanged, deleted, parked, confirmed,
    seen, fetched_at, committed_at
)
values (
    :fetchId, :runId, :dataType, :partitionId, :scan, :number, :inserted, :updated, :unchanged, :deleted, :parked,
    :confirmed, (select array_agg(hashtextextended(id, 0)) from unnest(cast(:seen as text[])) as id), :fetchedAt, :committedAt
)
