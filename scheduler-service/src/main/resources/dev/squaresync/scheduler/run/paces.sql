-- How fast each stream of a run goes, and how long the last completed stream of the same data type took that also read the
-- whole history, or also did not, in a run of the same kind.
select s.data_type,
       page.first_page_at,
       page.last_page_at,
       page.pages,
       page.objects,
       extract(epoch from before.took) as took_before
from streams s
join sync_runs r on r.id = s.run_id
cross join lateral (
    select min(p.committed_at)                                    as first_page_at,
           max(p.committed_at)                                    as last_page_at,
           count(*) filter (where p.committed_at > :since)        as pages,
           coalesce(sum(p.inserted + p.updated + p.unchanged + p.deleted + p.parked)
                        filter (where p.committed_at > :since), 0) as objects
    from pages p
    where p.run_id = s.run_id
      and p.data_type = s.data_type
) page
left join lateral (
    select b.ended_at - b.window_to as took
    from streams b
    join sync_runs br on br.id = b.run_id
    where br.kind = r.kind
      and b.data_type = s.data_type
      and b.run_id <> s.run_id
      and b.state = 'COMPLETED'
      and (b.window_from is null) = (s.window_from is null)
    order by b.window_to desc
    limit 1
) before on true
where s.run_id = :runId
