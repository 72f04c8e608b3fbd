select queue,
       wire_type,
       code,
       data_type,
       count(*)                                               as letters,
       min(first_seen_at)                                     as first_seen_at,
       max(last_seen_at)                                      as last_seen_at,
       (array_agg(id order by last_seen_at desc, id))[1]      as example_id,
       (array_agg(reason order by last_seen_at desc, id))[1]  as example_reason
from dead_letters
where %s
group by queue, wire_type, code, data_type
order by letters desc, queue, wire_type, code, data_type
