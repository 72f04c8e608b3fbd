update dead_letters
set state            = 'REPLAYING',
    next_publish_at  = :now,
    publish_failures = 0,
    replay_job_id    = cast(:job as uuid),
    decided_by       = :who,
    decided_at       = :now
where id in (:ids)
