update parked_objects
set resolved_at = :resolvedAt
where data_type = :dataType and object_id = any (:writtenIds) and resolved_at is null
