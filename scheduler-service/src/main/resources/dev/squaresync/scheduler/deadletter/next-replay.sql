select id, queue, wire_type, code, reason, attempts, headers, body, publish_failures
from dead_letters
where state = 'REPLAYING'
  and next_publish_at <= :now
order by next_publish_at, id
limit 1
for update skip locked
