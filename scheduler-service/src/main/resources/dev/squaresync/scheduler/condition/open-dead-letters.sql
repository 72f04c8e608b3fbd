-- A run's end tells of a stream's failure, which stands for its first dead letter of that code; a refused token fails everything.
with letters as (
    select l.code,
           l.queue,
           l.data_type,
           l.run_id,
           count(*)              as letters,
           min(l.first_seen_at)  as first_seen_at,
           max(l.reason)         as reason
    from dead_letters l
    where l.state = 'OPEN'
    group by l.code, l.queue, l.data_type, l.run_id
)
select l.code,
       l.queue,
       l.data_type,
       sum(l.letters)       as letters,
       min(l.first_seen_at) as first_seen_at,
       max(l.reason)        as reason,
       sum(l.letters) filter (where not (
           (l.letters = 1 or l.code = 'square-unauthorized')
           and exists (
               select 1
               from streams s
               join sync_runs r on r.id = s.run_id
               where s.run_id = l.run_id
                 and s.data_type = l.data_type
                 and s.failure_code = l.code
                 and r.state in ('PARTIAL', 'FAILED')
           )
       ))                   as untold
from letters l
group by l.code, l.queue, l.data_type
order by letters desc, l.code, l.queue, l.data_type
