select inserted, updated, unchanged, deleted, parked, committed_at
from page_receipts
where fetch_id = :fetchId
