update dead_letters
set state          = 'DISCARDED',
    discard_reason = :reason,
    decided_by     = :who,
    decided_at     = :now
where id in (:ids)
