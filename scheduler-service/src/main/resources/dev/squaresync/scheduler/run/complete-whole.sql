-- A partition is whole when, in one of its scans, each page was fetched with the cursor that the page before it gave, from the
-- first page to one that gave none. Only partitions that have such a last page are walked at all.
with recursive chain as (
    select first.partition_id, first.scan, first.number, first.next_cursor
    from pages first
    where first.run_id = :runId
      and first.data_type = :dataType
      and (cast(:partitionId as text) is null or first.partition_id = :partitionId)
      and first.number = 1
      and first.cursor = ''
      and exists (
          select 1
          from pages last
          where last.run_id = first.run_id
            and last.data_type = first.data_type
            and last.partition_id = first.partition_id
            and last.scan = first.scan
            and last.next_cursor is null
      )
    union
    select next.partition_id, next.scan, next.number, next.next_cursor
    from chain
    join pages next
      on next.run_id = :runId
     and next.data_type = :dataType
     and next.partition_id = chain.partition_id
     and next.scan = chain.scan
     and next.number = chain.number + 1
     and next.cursor = chain.next_cursor
)
update partitions p
set completed_at = :now
where p.run_id = :runId
  and p.data_type = :dataType
  and p.completed_at is null
  and p.partition_id in (select chain.partition_id from chain where chain.next_cursor is null)
