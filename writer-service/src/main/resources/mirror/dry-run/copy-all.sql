insert into pg_temp.{table}
select *
from square.{table}
on conflict do nothing
