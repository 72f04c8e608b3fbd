-- The oldest message of a run, if it is due; what never failed goes first, so that no failing run holds up a new one.
select o.id, o.run_id, o.exchange, o.routing_key, o.wire_type, o.body, o.attempts, o.expendable, o.traceparent
from outbox o
where o.next_try_at <= :now
  and not exists (
      select 1
      from outbox earlier
      where earlier.run_id = o.run_id
        and earlier.id < o.id
  )
order by o.attempts, o.id
limit 1
for update of o skip locked
