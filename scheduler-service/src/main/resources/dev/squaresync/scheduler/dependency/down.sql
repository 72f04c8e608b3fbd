select distinct on (d.service, d.dependency) d.service, d.dependency, d.since, d.detail
from dependencies d
where not d.up
  and d.heard_at > :freshSince
order by d.service, d.dependency, d.since
