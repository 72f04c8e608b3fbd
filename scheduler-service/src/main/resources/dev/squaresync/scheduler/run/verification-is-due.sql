-- What was synced for the first time after the due time waits for the next; and a sync that still goes on is waited for.
select exists (
           select
           from coverage c
           where c.proven_at < :due
       )
   and not exists (
           select
           from sync_runs r
           where r.kind = 'verify'
             and r.trigger = 'schedule'
             and r.requested_at >= :due
       )
   and not exists (
           select
           from streams s
           where s.state in ('REQUESTED', 'RUNNING')
       )
