insert into sync_runs (id, kind, state, trigger, requested_by, full_history, since, forced, requested_at, traceparent)
values (:id, :kind, :state, :trigger, :requestedBy, :full, :since, :forced, :requestedAt, :traceparent)
