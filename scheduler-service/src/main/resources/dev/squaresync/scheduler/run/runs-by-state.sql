select r.state, count(*) as runs
from sync_runs r
where %s
group by r.state
