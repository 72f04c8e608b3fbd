-- The latest completed stream that had objects, if this one listed the whole history and had none.
select earlier.run_id,
       earlier.window_to,
       earlier.inserted + earlier.updated + earlier.unchanged + earlier.deleted + earlier.parked as objects
from stream_progress this
join sync_runs this_run
  on this_run.id = this.run_id
 and this_run.kind = 'sync'
 and not this_run.forced
join stream_progress earlier
  on earlier.data_type = this.data_type
 and earlier.run_id <> this.run_id
 and earlier.state = 'COMPLETED'
 and earlier.inserted + earlier.updated + earlier.unchanged + earlier.deleted + earlier.parked > 0
join sync_runs earlier_run
  on earlier_run.id = earlier.run_id
 and earlier_run.kind = 'sync'
where this.run_id = :runId
  and this.data_type = :dataType
  and this.window_from is null
  and this.inserted + this.updated + this.unchanged + this.deleted + this.parked = 0
order by earlier.window_to desc
limit 1
