-- Thirty nights of a shop: most are complete, one had trouble with its inventory, weekends bring more orders.
with night as (
    select gen_random_uuid()                                                                    as id,
           ((current_date - n) + time '02:00') at time zone 'Europe/Berlin'                     as at,
           n,
           1.0 + 0.6 * (extract(isodow from current_date - n) in (1, 7))::integer
               + (abs(hashtext('night' || n)) % 40) / 100.0                                     as busy
    from generate_series(1, 30) n
),
part (data_type, seconds, looked_at, new) as (
    values ('orders', 34, 7400, 940),
           ('catalog', 9, 3181, 4),
           ('categories', 2, 24, 0),
           ('inventory', 14, 3900, 1850),
           ('locations', 1, 6, 0)
),
run as (
    insert into scheduler.sync_runs (id, state, trigger, requested_by, full_history, requested_at, started_at, ended_at)
    select id,
           case when n = 11 then 'PARTIAL' else 'COMPLETED' end,
           'schedule',
           'schedule',
           false,
           at,
           at + interval '1 second',
           at + make_interval(secs => 36 * busy + 4)
    from night
),
stream as (
    insert into scheduler.streams (run_id, data_type, state, window_from, window_to, ended_at, complete_up_to, failure_code, failure_detail,
            failure_attempts, planned_at, pages, inserted, updated, unchanged, deleted, parked)
    select night.id,
           part.data_type,
           case when failed then 'FAILED' else 'COMPLETED' end,
           case part.data_type when 'orders' then at - interval '7 days' when 'inventory' then at - interval '1 day' end,
           at,
           at + make_interval(secs => part.seconds * busy + 2),
           case when not failed then at - interval '5 minutes' end,
           case when failed then 'square-timeout' end,
           case when failed then 'Square did not answer within 30 seconds.' end,
           case when failed then 5 end,
           at + interval '1 second',
           ceil(part.looked_at * busy / 500),
           part.new * busy,
           part.new * busy / 6,
           (part.looked_at - part.new) * busy,
           0,
           0
    from night
    cross join part
    cross join lateral (select night.n = 11 and part.data_type = 'inventory' as failed) as outcome
)
insert into scheduler.partitions (run_id, data_type, partition_id, label, completed_at)
select night.id,
       part.data_type,
       'all',
       'everything',
       case when not (night.n = 11 and part.data_type = 'inventory') then at + make_interval(secs => part.seconds * busy + 2) end
from night
cross join part;
