-- Square's truth, which the mirror below equals.
create temporary table truth (data_type text, raw jsonb);

insert into truth values
    ('locations', '{"id": "L1", "name": "Harbour"}'),
    ('categories', '{"id": "C1", "type": "CATEGORY", "version": 1, "updated_at": "2026-06-01T00:00:00Z"}'),
    ('catalog', '{"id": "I1", "type": "ITEM", "version": 5, "updated_at": "2026-06-01T00:00:00Z"}'),
    ('catalog', '{"id": "I2", "type": "ITEM", "version": 6, "updated_at": "2026-06-02T00:00:00Z", "is_deleted": true}'),
    ('catalog', '{"id": "V1", "type": "ITEM_VARIATION", "version": 5, "updated_at": "2026-06-01T00:00:00Z"}'),
    ('catalog', '{"id": "V2", "type": "ITEM_VARIATION", "version": 5, "updated_at": "2026-06-01T00:00:00Z"}'),
    ('orders', '{"id": "O1", "version": 2, "updated_at": "2026-06-03T00:00:00Z", "taxes": null,
        "line_items": [{"uid": "a", "total_money": {"amount": 300}}, {"uid": "b", "total_money": {"amount": 450}}],
        "tenders": [{"id": "t"}], "returns": [{"uid": "r", "return_line_items": [{"uid": "x"}]}]}'),
    ('orders', '{"id": "O2", "version": 1, "updated_at": "2026-06-03T00:00:00Z"}'),
    ('inventory', '{"catalog_object_id": "V1", "location_id": "L1", "state": "IN_STOCK", "quantity": "3",
        "calculated_at": "2026-06-03T00:00:00Z"}');

insert into square.locations (id, timezone, synced_at, run_id, fetched_at, digest, raw)
select raw ->> 'id', 'UTC', now(), gen_random_uuid(), now(), gen_random_uuid(), raw from truth where data_type = 'locations';

insert into square.categories (id, version, updated_at, type, synced_at, run_id, fetched_at, digest, raw)
select raw ->> 'id', 1, now(), 'CATEGORY', now(), gen_random_uuid(), now(), gen_random_uuid(), raw
from truth where data_type = 'categories';

insert into square.catalog_items (
    id, version, updated_at, type, present_at_all_locations, deleted_at, synced_at, run_id, fetched_at, digest, raw
)
select
    raw ->> 'id', (raw ->> 'version')::bigint, now(), 'ITEM', true, case raw ->> 'id' when 'I2' then now() end,
    now(), gen_random_uuid(), now(), gen_random_uuid(), raw
from truth where raw ->> 'type' = 'ITEM';

-- V2 went with its item, of which alone Square told.
insert into square.catalog_item_variations (
    id, version, updated_at, type, item_id, present_at_all_locations, deleted_at, synced_at, run_id, fetched_at, digest, raw
)
select
    raw ->> 'id', (raw ->> 'version')::bigint, now(), 'ITEM_VARIATION', 'I' || right(raw ->> 'id', 1), true,
    case raw ->> 'id' when 'V2' then now() end, now(), gen_random_uuid(), now(), gen_random_uuid(), raw
from truth where raw ->> 'type' = 'ITEM_VARIATION';

insert into square.orders (id, version, updated_at, synced_at, run_id, fetched_at, digest, raw)
select
    raw ->> 'id', (raw ->> 'version')::bigint, (raw ->> 'updated_at')::timestamptz, now(), gen_random_uuid(), now(),
    gen_random_uuid(), raw
from truth where data_type = 'orders';

insert into square.order_line_items (order_id, uid, position, total_money) values ('O1', 'a', 1, 300), ('O1', 'b', 2, 450);
insert into square.order_tenders (order_id, id, position) values ('O1', 't', 1);
insert into square.order_returns (order_id, uid, position) values ('O1', 'r', 1);
insert into square.order_return_line_items (order_id, uid, return_position, position) values ('O1', 'x', 1, 1);

insert into square.inventory_counts (
    catalog_object_id, location_id, state, quantity, calculated_at, synced_at, run_id, fetched_at, digest, raw
)
select 'V1', 'L1', 'IN_STOCK', 3, '2026-06-03', now(), gen_random_uuid(), now(), gen_random_uuid(), raw
from truth where data_type = 'inventory';

-- A full run that completed an hour ago: orders in one partition of two pages, which was restarted once; all else in one page.
insert into scheduler.sync_runs (id, state, trigger, requested_by, full_history, requested_at, started_at, ended_at)
values ('11111111-1111-1111-1111-111111111111', 'COMPLETED', 'schedule', 'schedule', true,
    now() - interval '70 minutes', now() - interval '70 minutes', now() - interval '1 hour');

insert into scheduler.streams (run_id, data_type, state, window_to, ended_at, complete_up_to)
select '11111111-1111-1111-1111-111111111111', data_type, 'COMPLETED', now() - interval '70 minutes',
    now() - interval '1 hour', now() - interval '75 minutes'
from scheduler.schedules;

insert into scheduler.partitions (run_id, data_type, partition_id, label, completed_at)
select run_id, data_type, 'p1', 'all', now() - interval '62 minutes' from scheduler.streams;

insert into square.page_receipts (
    fetch_id, run_id, data_type, partition_id, scan, number, inserted, updated, unchanged, deleted, parked, confirmed,
    fetched_at, committed_at
)
select
    ('00000000-0000-0000-0000-' || lpad((row_number() over (order by data_type, scan, number))::text, 12, '0'))::uuid,
    run_id, data_type, 'p1', scan, number, 1, 0, 0, 0, 0, '{}', now() - interval '65 minutes', now() - interval '64 minutes'
from scheduler.streams
cross join (values (1, 1), (2, 1), (2, 2)) as page (scan, number)
where data_type = 'orders' or (scan, number) = (1, 1);

insert into scheduler.pages (
    fetch_id, run_id, data_type, partition_id, scan, number, cursor, next_cursor, inserted, updated, unchanged, deleted, parked,
    committed_at
)
select
    fetch_id, run_id, data_type, partition_id, scan, number,
    case number when 1 then '' else 'second' end,
    case when data_type = 'orders' and number = 1 then 'second' end,
    inserted, updated, unchanged, deleted, parked, committed_at
from square.page_receipts;

insert into scheduler.coverage (run_id, data_type, covered_to, proven_at)
select run_id, data_type, window_to - interval '5 minutes', now() - interval '1 hour' from scheduler.streams;

insert into scheduler.watermarks (data_type, complete_up_to, run_id, moved_at)
select data_type, covered_to, run_id, proven_at from scheduler.coverage;

-- A run of orders half an hour ago in which a partition was given up: dead-lettered, FAILED and told.
insert into scheduler.sync_runs (id, state, trigger, requested_by, full_history, requested_at, started_at, ended_at)
values ('22222222-2222-2222-2222-222222222222', 'FAILED', 'request', 'ada', false,
    now() - interval '40 minutes', now() - interval '40 minutes', now() - interval '30 minutes');

insert into scheduler.streams (
    run_id, data_type, state, window_from, window_to, ended_at, complete_up_to, failure_code, failure_detail, failure_attempts
)
select '22222222-2222-2222-2222-222222222222', 'orders', 'FAILED', now() - interval '7 days', now() - interval '40 minutes',
    now() - interval '30 minutes', complete_up_to, 'square-unavailable', 'Square did not answer.', 4
from scheduler.watermarks where data_type = 'orders';

insert into scheduler.partitions (run_id, data_type, partition_id, label)
values ('22222222-2222-2222-2222-222222222222', 'orders', 'p1', 'all');

insert into scheduler.partition_failures (
    run_id, data_type, partition_id, failure_code, failure_detail, failure_attempts, failed_at
)
values ('22222222-2222-2222-2222-222222222222', 'orders', 'p1', 'square-unavailable', 'Square did not answer.', 4,
    now() - interval '30 minutes');

insert into scheduler.dead_letters (
    id, fingerprint, state, queue, wire_type, code, reason, attempts, headers, body, run_id, data_type, partition_id,
    first_seen_at, last_seen_at, replays
)
values ('33333333-3333-3333-3333-333333333333', 'f1', 'OPEN', 'square-sync.fetcher.pages', 'fetch-page.v1',
    'square-unavailable', 'Square did not answer.', 4, '{}', '{}', '22222222-2222-2222-2222-222222222222', 'orders', 'p1',
    now() - interval '30 minutes', now() - interval '30 minutes', 0);

insert into notifier.deliveries (id, thread, number, channel, kind, content, raised_at, next_try_at, sent_at)
select
    gen_random_uuid(), id, 1, 'mail', 'run-ended', jsonb_build_object('run', jsonb_build_object('state', state)), ended_at,
    ended_at, now()
from scheduler.sync_runs
where state = 'FAILED';

-- A comparison with Square by the command.
insert into scheduler.sync_runs (id, kind, state, trigger, requested_by, full_history, requested_at, started_at, ended_at)
values ('33333333-3333-3333-3333-333333333333', 'verify', 'COMPLETED', 'direct', 'ada', true,
    now() - interval '20 minutes', now() - interval '20 minutes', now() - interval '19 minutes');

insert into scheduler.streams (
    run_id, data_type, state, window_to, ended_at, pages, inserted, updated, unchanged, deleted, parked
)
values ('33333333-3333-3333-3333-333333333333', 'orders', 'COMPLETED', now() - interval '20 minutes',
    now() - interval '19 minutes', 0, 0, 0, 4, 0, 0);
