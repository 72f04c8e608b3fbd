with suspect as (
    select data_type, object_id, altered, seen
    from verification_suspects
    where run_id = :runId
        and data_type = :dataType
),
seen as (
    insert into proof_sightings (data_type, object_id)
    select data_type, object_id
    from suspect
    where seen
)
insert into proof_suspects (data_type, object_id, altered)
select data_type, object_id, altered
from suspect
