insert into sweep_receipts (run_id, data_type, deleted, missing, held, swept_at)
values (:runId, :dataType, :deleted, :missing, :held, :sweptAt)
