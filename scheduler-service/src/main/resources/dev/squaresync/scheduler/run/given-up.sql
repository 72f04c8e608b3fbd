select f.data_type,
       coalesce(p.label, f.partition_id) as label,
       f.failure_code,
       f.failure_detail,
       f.failure_attempts,
       f.failed_at,
       p.completed_at
from partition_failures f
left join partitions p
  on p.run_id = f.run_id
 and p.data_type = f.data_type
 and p.partition_id = f.partition_id
where f.run_id = :runId
order by p.completed_at nulls first, f.failed_at desc, f.partition_id
limit :limit
