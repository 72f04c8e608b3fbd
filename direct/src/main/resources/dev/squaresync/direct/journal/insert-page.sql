insert into direct_pages (fetch_id, run_id, data_type, partition_id, scan, number, cursor, next_cursor, square_next)
values (:fetchId, :runId, :dataType, :partitionId, :scan, :number, :cursor, :nextCursor, :squareNext)
on conflict (fetch_id) do nothing
