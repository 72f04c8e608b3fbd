-- While an outage is reported, and for the grace after its end. The notifier is not on the way of the data.
select d.heard_at + make_interval(secs => case when d.up then :grace else :fresh end) as excused_until
from dependencies d
where d.service <> 'notifier'
order by excused_until desc
limit 1
