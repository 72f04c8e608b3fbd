-- Each partition with the last page of its last scan that has a receipt.
select part.data_type, part.partition_id, part.label, part.slice::text as slice, last.scan, last.number, last.square_next
from direct_partitions as part
left join lateral (
    select page.scan, page.number, page.square_next
    from direct_pages as page
    join page_receipts as receipt using (fetch_id)
    where page.run_id = part.run_id
        and page.data_type = part.data_type
        and page.partition_id = part.partition_id
    order by page.scan desc, page.number desc
    limit 1
) as last on true
where part.run_id = :runId and part.completed_at is null
order by part.data_type, part.partition_id
