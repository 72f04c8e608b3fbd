update schedules
set cron        = :cron,
    time_zone   = :timeZone,
    mode        = :mode,
    lookback    = :lookback,
    paused      = :paused,
    next_due_at = :nextDueAt
where data_type = :dataType
