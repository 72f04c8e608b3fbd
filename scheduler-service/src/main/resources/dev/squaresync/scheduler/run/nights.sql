select night.day,
       sum(night.objects)                                    as objects,
       sum(night.pages)                                      as pages,
       extract(epoch from sum(night.took))                   as took,
       bool_or(night.state = 'FAILED')                       as any_failed,
       bool_or(night.state not in ('COMPLETED', 'FAILED'))   as any_partial
from (
    select (r.requested_at at time zone :zone)::date         as day,
           r.state,
           r.ended_at - r.requested_at                       as took,
           total.objects,
           total.pages
    from sync_runs r
    cross join lateral (
        select sum(s.inserted + s.updated + s.unchanged + s.deleted + s.parked) as objects,
               sum(s.pages)                                                     as pages
        from streams s
        where s.run_id = r.id
    ) total
    where r.trigger = 'schedule'
      and r.kind = 'sync'
      and r.requested_at >= cast(:first as date)::timestamp at time zone :zone
      and r.ended_at is not null
) night
group by night.day
order by night.day
