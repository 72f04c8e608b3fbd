select s.run_id, s.data_type, s.state, s.moved_at, s.driven_again_at, r.requested_at
from streams s
join sync_runs r on r.id = s.run_id
where s.state in ('REQUESTED', 'RUNNING')
  and s.moved_at <= :before
order by s.moved_at, s.data_type
