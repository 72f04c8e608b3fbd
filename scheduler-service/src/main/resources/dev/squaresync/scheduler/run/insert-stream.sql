insert into streams (run_id, data_type, state, window_from, window_to)
values (:runId, :dataType, 'REQUESTED', :from, :to)
