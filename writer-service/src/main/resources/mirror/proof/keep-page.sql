insert into verification_pages (
    fetch_id, run_id, data_type, purpose, fetched_at, kept_at, objects, ids, versions, digests, body)
values (:fetchId, :runId, :dataType, :purpose, :fetchedAt, :now, :objects, :ids, :versions, :digests, :body)
on conflict do nothing
