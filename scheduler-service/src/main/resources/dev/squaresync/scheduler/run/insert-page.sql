insert into pages (fetch_id, run_id, data_type, partition_id, scan, number, cursor, next_cursor,
                   inserted, updated, unchanged, deleted, parked, committed_at)
values (:fetchId, :runId, :dataType, :partitionId, :scan, :number, :cursor, :next,
        :inserted, :updated, :unchanged, :deleted, :parked, :committedAt)
on conflict (fetch_id) do nothing
