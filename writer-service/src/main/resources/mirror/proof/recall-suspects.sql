insert into proof_suspects (data_type, object_id, altered)
select data_type, object_id, altered
from verification_suspects
where run_id = :runId
    and data_type = :dataType
