-- The keys of all objects of one table that a run has touched: those that it changed or deleted, those that it inserted and that
-- are as it left them, and those that it inserted and that something has changed since.
select key
from (
    select key from previous_states where changed_by = :ofRunId and table_name = :table
    union
    select key from previous_states where run_id = :ofRunId and table_name = :table
    union
    select array[{key}] from {table} where run_id = :ofRunId
) as touched
order by key
