insert into page_receipts (
    fetch_id, run_id, data_type, partition_id, scan, number, inserted, updated, unchanged, deleted, parked, confirmed,
    fetched_at, committed_at
)
values (
    :fetchId, :runId, :dataType, :partitionId, :scan, :number, :inserted, :updated, :unchanged, :deleted, :parked,
    :confirmed, :fetchedAt, :committedAt
)
