select distinct on (s.data_type) s.data_type, s.due_at, s.reason, s.recorded_at
from skipped_firings s
order by s.data_type, s.recorded_at desc
