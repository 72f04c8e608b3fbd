select d.data_type, started.run_id as started, started.requested_at as started_at, active.run_id as active
from schedules d
left join lateral (
    select s.run_id, r.requested_at
    from streams s
    join sync_runs r on r.id = s.run_id
    where s.data_type = d.data_type
      and r.trigger = 'schedule'
      and r.kind = 'sync'
    order by s.window_to desc
    limit 1
) started on true
left join streams active on active.data_type = d.data_type and active.state in ('REQUESTED', 'RUNNING')
