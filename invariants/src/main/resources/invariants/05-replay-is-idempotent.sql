-- Replay is idempotent.
--
-- A page counts once, however often its message is delivered: what the scheduler counts for an answer of Square is what the
-- writer's receipt says, and no answer stands for two different pages. So numbers are derived from rows and replaying any
-- messages of the past changes none of them. The sums that are written down with an ended stream are those of its pages.
select 'the scheduler counts a page otherwise than its receipt does' as problem,
    format(
        'run %s, %s, partition %s, scan %s, page %s: counted %s, receipt %s',
        page.run_id, page.data_type, page.partition_id, page.scan, page.number,
        row (page.inserted, page.updated, page.unchanged, page.deleted, page.parked),
        row (receipt.inserted, receipt.updated, receipt.unchanged, receipt.deleted, receipt.parked)
    ) as ids
from scheduler.pages as page
join square.page_receipts as receipt using (fetch_id)
where (page.inserted, page.updated, page.unchanged, page.deleted, page.parked)
    is distinct from (receipt.inserted, receipt.updated, receipt.unchanged, receipt.deleted, receipt.parked)
union all
select 'the scheduler and the writer know one answer of Square as two different pages', format('fetch %s', fetch_id)
from scheduler.pages as page
join square.page_receipts as receipt using (fetch_id)
where (page.run_id, page.data_type, page.partition_id, page.scan, page.number)
    is distinct from (receipt.run_id, receipt.data_type, receipt.partition_id, receipt.scan, receipt.number)
union all
select 'a page has two receipts', format('fetch %s: %s receipts', fetch_id, count(*))
from square.page_receipts
group by fetch_id
having count(*) > 1
union all
select 'a page is counted that was never committed', format('run %s, %s, fetch %s', run_id, data_type, fetch_id)
from scheduler.pages as page
where not exists (select from square.page_receipts as receipt where receipt.fetch_id = page.fetch_id)
    -- Its pages are only looked at.
    and not exists (select from scheduler.verifications as verification where verification.run_id = page.run_id)
union all
select
    'the sums of an ended stream are not those of its pages',
    format('run %s, %s: written down %s, counted %s', stream.run_id, stream.data_type, written.sums, counted.sums)
from scheduler.streams as stream
cross join lateral (
    select row (stream.pages, stream.inserted, stream.updated, stream.unchanged, stream.deleted, stream.parked)::text as sums
) as written
cross join lateral (
    -- What a full listing no longer showed was deleted as well, and what a verification repaired was updated. A roll-back has no
    -- pages but the writer's answer.
    select row (
        count(*), coalesce(sum(page.inserted), 0),
        coalesce(sum(page.updated), 0) + coalesce(
            (
                select verified.repaired
                from scheduler.verifications as verified
                where (verified.run_id, verified.data_type) = (stream.run_id, stream.data_type)
            ),
            0
        ),
        coalesce(sum(page.unchanged), 0),
        coalesce(sum(page.deleted), 0) + coalesce(
            (select swept.deleted from scheduler.sweeps as swept where (swept.run_id, swept.data_type) = (stream.run_id, stream.data_type)),
            0
        ),
        coalesce(sum(page.parked), 0)
    )::text as sums
    from scheduler.pages as page
    where page.run_id = stream.run_id and page.data_type = stream.data_type
) as counted
where stream.pages is not null
    and written.sums <> counted.sums
    and not exists (select from scheduler.rollbacks as undo where undo.run_id = stream.run_id)
    -- The command verify compares in a process of its own, and enters what it has found: it has no pages.
    and not exists (
        select from scheduler.sync_runs as run
        where run.id = stream.run_id and run.kind = 'verify' and run.trigger = 'direct'
    )
