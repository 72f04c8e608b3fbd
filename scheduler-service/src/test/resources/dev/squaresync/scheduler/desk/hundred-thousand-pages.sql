-- The pages :first and :first + 1 of each of the 50,000 streams.
insert into pages (fetch_id, run_id, data_type, partition_id, scan, number, cursor, next_cursor,
                   inserted, updated, unchanged, deleted, parked, committed_at)
select gen_random_uuid(), s.run_id, s.data_type, 'p' || (n % 4 + 1), 1, n / 4 + 1, 'c' || n, 'c' || n + 1,
       5, 3, 90, 2, 0, s.window_to
from streams s
cross join generate_series(cast(:first as integer), :first + 1) n
