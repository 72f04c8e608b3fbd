with open as (
    select p.partition_id, p.label
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
select (select count(*)
        from partitions p
        where p.run_id = :runId
          and p.data_type = :dataType) as partitions,
       (select count(*) from open) as open,
       (select string_agg(first.label, '; ' order by first.partition_id)
        from (select o.partition_id, o.label from open o order by o.partition_id limit 3) first) as labels,
       (select max(g.committed_at)
        from pages g
        where g.run_id = :runId
          and g.data_type = :dataType) as last_page_at
