select id
from direct_runs
where request = :request and ended_at is null
order by started_at desc
limit 1
