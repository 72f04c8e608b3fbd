select
    stream.data_type,
    stream.window_from,
    stream.window_to,
    part.partitions,
    part.whole,
    page.pages,
    page.inserted,
    page.updated,
    page.unchanged,
    page.deleted,
    page.parked
from direct_streams as stream
cross join lateral (
    select count(*)::integer as partitions, count(completed_at)::integer as whole
    from direct_partitions as p
    where p.run_id = stream.run_id and p.data_type = stream.data_type
) as part
cross join lateral (
    select
        count(*)::integer as pages,
        coalesce(sum(receipt.inserted), 0)::integer as inserted,
        coalesce(sum(receipt.updated), 0)::integer as updated,
        coalesce(sum(receipt.unchanged), 0)::integer as unchanged,
        coalesce(sum(receipt.deleted), 0)::integer as deleted,
        coalesce(sum(receipt.parked), 0)::integer as parked
    from direct_pages as p
    join page_receipts as receipt using (fetch_id)
    where p.run_id = stream.run_id and p.data_type = stream.data_type
) as page
where stream.run_id = :runId
order by stream.data_type
