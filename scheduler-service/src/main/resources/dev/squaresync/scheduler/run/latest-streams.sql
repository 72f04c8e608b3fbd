-- Newest first for each data type, of the runs that sync: the latest stream, then the latest completed one if that is another.
with wanted as (
    select latest.run_id, latest.data_type
    from schedules d
    cross join lateral (
        select s.run_id, s.data_type
        from streams s
        join sync_runs r on r.id = s.run_id and r.kind = 'sync'
        where s.data_type = d.data_type
        order by s.window_to desc
        limit 1
    ) latest
    union
    select completed.run_id, completed.data_type
    from schedules d
    cross join lateral (
        select s.run_id, s.data_type
        from streams s
        join sync_runs r on r.id = s.run_id and r.kind = 'sync'
        where s.data_type = d.data_type
          and s.state = 'COMPLETED'
        order by s.window_to desc
        limit 1
    ) completed
)
select p.*
from wanted
join stream_progress p on p.run_id = wanted.run_id and p.data_type = wanted.data_type
order by p.data_type, p.window_to desc
