-- As if these rows had never been seen, so that whatever Square shows of them now is newer.
update {table}
set {rank columns} digest = '00000000-0000-0000-0000-000000000000', fetched_at = '-infinity', raw = '{}'
where {object id} = any (:ids)
