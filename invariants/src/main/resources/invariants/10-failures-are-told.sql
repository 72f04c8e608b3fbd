-- Failures are told.
--
-- Of every run that ended FAILED or PARTIAL, a channel (a mail server, Slack) has taken over the news within 15 minutes; with
-- "set square_sync.at_rest = on" at once. A failure that nobody hears of is a lost night.
with settings as (
    select now() - case current_setting('square_sync.at_rest', true) when 'on' then interval '0' else interval '15 minutes' end
        as told_before
)
select 'nobody was told that a run has failed' as problem, format('run %s ended %s at %s', run.id, run.state, run.ended_at) as ids
from scheduler.sync_runs as run
cross join settings
where run.state in ('FAILED', 'PARTIAL')
    -- What was done without the scheduler was told at the terminal.
    and run.trigger <> 'direct'
    and run.ended_at < told_before
    and not exists (
        select
        from notifier.deliveries as delivery
        where delivery.thread = run.id and delivery.content -> 'run' ->> 'state' = run.state and delivery.sent_at is not null
    )
    -- As releases before 0.2 told it.
    and not exists (
        select
        from notifier.mails as mail
        where mail.run_id = run.id and mail.state = run.state and mail.ended_at >= run.ended_at
    )
