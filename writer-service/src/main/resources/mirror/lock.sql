-- Held until the transaction ends.
select pg_advisory_xact_lock(hashtextextended(name, 0))
from unnest(:names) as name
