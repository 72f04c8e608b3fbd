-- 10,000 runs, one each 90 minutes up to noon of 22 November 2026, with 50,000 streams that have 20 pages each; the newest goes on.
insert into sync_runs (id, state, trigger, requested_by, full_history, requested_at, started_at, ended_at)
select md5('run ' || n)::uuid,
       case when n = 0 then 'RUNNING' when n % 97 = 0 then 'PARTIAL' when n % 211 = 0 then 'FAILED' else 'COMPLETED' end,
       case when n % 16 = 0 then 'schedule' else 'request' end,
       'test',
       false,
       timestamptz '2026-11-22T11:59:00Z' - n * interval '90 minutes',
       timestamptz '2026-11-22T11:59:00Z' - n * interval '90 minutes',
       case when n > 0 then timestamptz '2026-11-22T12:00:00Z' - n * interval '90 minutes' end
from generate_series(0, 9999) n;

insert into streams (run_id, data_type, state, window_from, window_to, planned_at, moved_at, ended_at,
                     failure_code, failure_detail, failure_attempts, pages, inserted, updated, unchanged, deleted, parked)
select r.id,
       d.data_type,
       case when r.state = 'RUNNING' then 'RUNNING'
            when r.state = 'FAILED' or r.state = 'PARTIAL' and d.data_type = 'orders' then 'FAILED'
            else 'COMPLETED' end,
       null,
       r.requested_at,
       r.requested_at,
       r.requested_at,
       r.ended_at,
       f.code, f.code, f.attempts,
       t.pages, t.pages * 5, t.pages * 3, t.pages * 90, t.pages * 2, t.pages * 0
from sync_runs r
cross join schedules d
cross join lateral (select case when r.state <> 'RUNNING' then 20 end as pages) t
left join lateral (select 'square-unavailable' as code, 4 as attempts) f
       on r.state = 'FAILED' or r.state = 'PARTIAL' and d.data_type = 'orders';

insert into partitions (run_id, data_type, partition_id, label, completed_at)
select s.run_id, s.data_type, 'p' || p, 'partition ' || p, case when p = 1 then s.ended_at end
from streams s
cross join generate_series(1, 4) p;

insert into coverage (run_id, data_type, covered_from, covered_to, proven_at)
select s.run_id, s.data_type, s.window_to - interval '7 days', s.window_to - interval '5 minutes', s.ended_at
from streams s
where s.state = 'COMPLETED';

insert into watermarks (data_type, complete_from, complete_up_to, run_id, moved_at)
select distinct on (s.data_type) s.data_type, null::timestamptz, s.window_to - interval '5 minutes', s.run_id, s.ended_at
from streams s
where s.state = 'COMPLETED'
order by s.data_type, s.window_to desc;
