select s.run_id, r.kind, s.data_type, s.state, r.requested_at
from streams s
join sync_runs r on r.id = s.run_id
where s.state in ('REQUESTED', 'RUNNING')
  and s.data_type in (:dataTypes)
order by s.data_type
