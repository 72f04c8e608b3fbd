-- Completed means all committed.
--
-- No completed stream has a partition without a proven end: from page 1, each page fetched with the cursor that the page
-- before it gave, up to one that gave none, and each of these pages with the writer's receipt. It is computed from the pages
-- and receipts themselves, because what is to be proven is that the scheduler's own marks (completed_at, state) are right.
-- Other synchronisations lost half a history this way: a page was skipped, and success was reported.
with recursive completed as (
    select stream.run_id, stream.data_type, run.kind
    from scheduler.streams as stream
    join scheduler.sync_runs as run on run.id = stream.run_id
    -- A roll-back reads nothing from Square; of a comparison without the scheduler only the result is recorded.
    where stream.state = 'COMPLETED'
        and run.kind <> 'rollback'
        and not (run.kind = 'verify' and run.trigger = 'direct')
),
committed as materialized (
    select page.run_id, page.data_type, page.partition_id, page.scan, page.number, page.cursor, page.next_cursor
    from scheduler.pages as page
    join completed using (run_id, data_type)
    left join square.page_receipts as receipt using (fetch_id)
    -- A verification's pages are only looked at: the mirror has no receipts for them.
    where receipt.fetch_id is not null or completed.kind = 'verify'
),
chain as (
    select run_id, data_type, partition_id, scan, number, next_cursor
    from committed
    where number = 1 and cursor = ''
    union
    select next.run_id, next.data_type, next.partition_id, next.scan, next.number, next.next_cursor
    from chain
    join committed as next
        on next.run_id = chain.run_id
        and next.data_type = chain.data_type
        and next.partition_id = chain.partition_id
        and next.scan = chain.scan
        and next.number = chain.number + 1
        and next.cursor = chain.next_cursor
),
whole as (
    select distinct run_id, data_type, partition_id
    from chain
    where next_cursor is null
)
select
    'a completed stream has a partition whose chain of committed pages has no end' as problem,
    format('run %s, %s, partition %s (%s)', part.run_id, part.data_type, part.partition_id, part.label) as ids
from scheduler.partitions as part
join completed using (run_id, data_type)
left join whole using (run_id, data_type, partition_id)
where whole.run_id is null
union all
select 'a completed stream has no partition at all', format('run %s, %s', run_id, data_type)
from completed
where not exists (
    select
    from scheduler.partitions as part
    where part.run_id = completed.run_id and part.data_type = completed.data_type
)
union all
select 'a completed run has a stream that is not completed', format('run %s, %s is %s', run.id, stream.data_type, stream.state)
from scheduler.sync_runs as run
join scheduler.streams as stream on stream.run_id = run.id
where run.state = 'COMPLETED' and stream.state <> 'COMPLETED'
