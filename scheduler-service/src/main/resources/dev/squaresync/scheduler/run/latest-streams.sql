-- Newest first for each data type: the latest stream, then the latest completed one if that is another.
with latest as (
    select distinct on (s.data_type) s.run_id, s.data_type
    from streams s
    order by s.data_type, s.window_to desc
),
completed as (
    select distinct on (s.data_type) s.run_id, s.data_type
    from streams s
    where s.state = 'COMPLETED'
    order by s.data_type, s.window_to desc
)
select p.*
from (select run_id, data_type from latest union select run_id, data_type from completed) wanted
join stream_progress p on p.run_id = wanted.run_id and p.data_type = wanted.data_type
order by p.data_type, p.window_to desc
