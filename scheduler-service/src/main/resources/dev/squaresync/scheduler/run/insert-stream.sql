insert into streams (run_id, data_type, state, window_from, window_to, moved_at)
values (:runId, :dataType, 'REQUESTED', :from, :to, :to)
