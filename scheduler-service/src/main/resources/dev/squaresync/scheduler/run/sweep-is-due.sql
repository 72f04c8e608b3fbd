-- Before anything of the data type was synced, there is nothing that Square could have deleted since.
select exists (
    select
    from streams this
    join sync_runs this_run on this_run.id = this.run_id and this_run.kind = 'sync'
    join streams earlier
      on earlier.data_type = this.data_type
     and earlier.run_id <> this.run_id
     and earlier.planned_at is not null
    where this.run_id = :runId
      and this.data_type = :dataType
      and this.window_from is null
)
