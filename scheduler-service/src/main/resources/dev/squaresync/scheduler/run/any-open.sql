select exists (
    select 1
    from partitions p
    where p.run_id = :runId
      and p.data_type = :dataType
      and p.completed_at is null
      and not exists (
          select 1
          from partition_failures f
          where f.run_id = p.run_id
            and f.data_type = p.data_type
            and f.partition_id = p.partition_id
      )
)
