-- A request that still lies in the outbox has reached nobody: the wait for its answer has not begun.
update streams s
set moved_at = :now
where s.state in ('REQUESTED', 'RUNNING')
  and exists (
      select 1
      from outbox o
      where o.run_id = s.run_id
        and o.wire_type in ('sync-requested.v1', 'roll-back.v1', 'sweep-requested.v1')
  )
