insert into partitions (run_id, data_type, partition_id, label)
select :runId, :dataType, planned.id, planned.label
from unnest(cast(:ids as text[]), cast(:labels as text[])) as planned (id, label)
on conflict do nothing
