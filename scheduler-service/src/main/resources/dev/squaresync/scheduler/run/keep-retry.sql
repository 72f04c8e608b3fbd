insert into retries (run_id, data_type, partition_id, queue, attempt, attempts, code, reason, at, next_try_at)
select r.id, :dataType, :partitionId, :queue, :attempt, :attempts, :code, :reason, :at, :nextTryAt
from sync_runs r
where r.id = :runId
returning id
