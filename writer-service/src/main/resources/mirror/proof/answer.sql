insert into proof_answers (data_type, object_id, raw)
select :dataType, answered.object_id, cast(convert_from(answered.object, 'UTF8') as jsonb)
from unnest(cast(:ids as text[]), :objects) as answered (object_id, object)
on conflict (data_type, object_id) do update
set raw = excluded.raw
