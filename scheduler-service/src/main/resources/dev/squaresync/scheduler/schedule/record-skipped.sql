insert into skipped_firings (data_type, due_at, reason, run_id, recorded_at)
values (:dataType, :dueAt, :reason, :runId, :now)
on conflict (data_type, due_at) do nothing
