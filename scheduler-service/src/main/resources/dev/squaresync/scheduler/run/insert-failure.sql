insert into partition_failures (run_id, data_type, partition_id, failure_code, failure_detail, failure_attempts, failed_at)
values (:runId, :dataType, :partitionId, :code, :detail, :attempts, :failedAt)
on conflict do nothing
