-- Objects of which a part is not what it was when it was written.
insert into proof_suspects (data_type, object_id, altered)
select distinct :dataType, {owner}, true
from {part table}
where part_hash is distinct from hash_record_extended(row({part columns}), 0)
on conflict (data_type, object_id) do update
set altered = true
