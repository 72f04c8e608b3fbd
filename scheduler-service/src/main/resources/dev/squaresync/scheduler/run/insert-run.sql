insert into sync_runs (id, state, trigger, requested_by, full_history, since, requested_at, traceparent)
values (:id, :state, :trigger, :requestedBy, :full, :since, :requestedAt, :traceparent)
