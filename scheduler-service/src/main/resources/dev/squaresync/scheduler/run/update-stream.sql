update streams
set state            = :state,
    ended_at         = :endedAt,
    complete_up_to   = :completeUpTo,
    failure_code     = :code,
    failure_detail   = :detail,
    failure_attempts = :attempts
where run_id = :runId
  and data_type = :dataType
