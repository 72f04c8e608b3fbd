select f.failure_code, f.failure_detail, f.failure_attempts
from partition_failures f
join partitions p
  on p.run_id = f.run_id
 and p.data_type = f.data_type
 and p.partition_id = f.partition_id
where f.run_id = :runId
  and f.data_type = :dataType
  and p.completed_at is null
order by f.failed_at, f.partition_id
