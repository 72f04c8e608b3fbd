select deleted, missing, held, swept_at
from sweep_receipts
where run_id = :runId and data_type = :dataType
