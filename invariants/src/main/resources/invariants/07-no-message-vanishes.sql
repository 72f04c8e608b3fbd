-- No message vanishes.
--
-- Every message that was published is handled, waits in the broker, or became a dead letter that an operator sees. What is seen in
-- the tables: a committed page that the scheduler has not heard of, a message that was stored and never published, a replay
-- that was asked for and never sent, and a partition or stream that was given up without a dead letter that could be replayed.
--
-- A message may be under way for some minutes; with "set square_sync.at_rest = on", when the queues are empty, not at all.
with settings as (
    select now() - case current_setting('square_sync.at_rest', true) when 'on' then interval '0' else interval '5 minutes' end
        as settled_before
)
select 'the scheduler has not heard of a committed page' as problem,
    format(
        'run %s, %s, partition %s, scan %s, page %s, committed at %s',
        receipt.run_id, receipt.data_type, receipt.partition_id, receipt.scan, receipt.number, receipt.committed_at
    ) as ids
from square.page_receipts as receipt
join scheduler.streams as stream using (run_id, data_type)
cross join settings
where receipt.committed_at < settled_before
    -- Written by the writer itself from what was looked up.
    and receipt.partition_id <> 'repair'
    and not exists (select from scheduler.pages as page where page.fetch_id = receipt.fetch_id)
union all
select 'a stored message was not published', format('run %s, %s, stored at %s: %s', run_id, wire_type, stored_at, last_error)
from scheduler.outbox
cross join settings
where stored_at < settled_before
union all
select 'a replay was asked for and not sent', format('dead letter %s, decided at %s', id, decided_at)
from scheduler.dead_letters
cross join settings
where state = 'REPLAYING' and decided_at < settled_before
union all
select 'a partition was given up without a dead letter',
    format('run %s, %s, partition %s: %s', failure.run_id, failure.data_type, failure.partition_id, failure.failure_code)
from scheduler.partition_failures as failure
where not exists (
    select
    from scheduler.dead_letters as letter
    where letter.run_id = failure.run_id
        and letter.data_type = failure.data_type
        and letter.partition_id = failure.partition_id
)
union all
select 'a stream failed without a dead letter', format('run %s, %s: %s', stream.run_id, stream.data_type, stream.failure_code)
from scheduler.streams as stream
where stream.state = 'FAILED'
    -- Decided by the scheduler or the writer themselves: no message was given up.
    and stream.failure_code not in ('stalled', 'empty-listing', 'mass-deletion', 'rollback-refused', 'not-as-in-square')
    and not exists (
        select
        from scheduler.dead_letters as letter
        where letter.run_id = stream.run_id and letter.data_type = stream.data_type
    )
