update sync_runs
set state      = :state,
    started_at = coalesce(started_at, cast(:startedAt as timestamptz)),
    ended_at   = :endedAt,
    reason     = coalesce(:reason, reason)
where id = :id
