(cast(:state as text) is null or r.state = :state)
and (cast(:kind as text) is null or r.kind = :kind)
and (cast(:trigger as text) is null or r.trigger = :trigger)
and (cast(:from as timestamptz) is null or r.requested_at >= :from)
and (cast(:to as timestamptz) is null or r.requested_at < :to)
and (cast(:dataType as text) is null
     or r.id in (select s.run_id from streams s where s.data_type = :dataType))
