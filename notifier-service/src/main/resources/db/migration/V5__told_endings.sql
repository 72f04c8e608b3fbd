-- The ends of runs are delivered as alerts are: by every channel, and by another one where the first fails. What is remembered
-- here is that an end was taken over for that; whether it has arrived is in deliveries.
create table told_endings (
    run_id   uuid        not null,
    state    text        not null,
    ended_at timestamptz not null,
    told_at  timestamptz not null,
    primary key (run_id, state)
);

comment on table told_endings is 'Which ends of runs have been told, so that a message that arrives twice is told once.';
comment on column told_endings.state is
    'The state in which the run ended: COMPLETED, PARTIAL, FAILED or CANCELLED. COMPLETED after another one: it has recovered.';

insert into told_endings (run_id, state, ended_at, told_at)
select run_id, state, ended_at, sent_at
from mails;

comment on table mails is
    'The mails about ends of runs that releases before 0.2 have sent. Nothing is added; to be dropped by the release after.';
