-- An object that changes while it is read is seen twice: what was seen last counts.
insert into proof_sightings (data_type, object_id, version, digest)
select distinct on (seen.object_id) page.data_type, seen.object_id, seen.version, seen.digest
from verification_pages as page
cross join unnest(page.ids, page.versions, page.digests) as seen (object_id, version, digest)
where page.run_id = :runId
    and page.data_type = :dataType
    and page.purpose = 'SIGHT'
order by seen.object_id, seen.version desc nulls last, page.fetched_at desc, page.fetch_id
