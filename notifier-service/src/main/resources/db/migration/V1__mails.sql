create table mails (
    run_id     uuid        not null,
    ended_at   timestamptz not null,
    state      text        not null,
    subject    text        not null,
    recipients text[]      not null,
    sent_at    timestamptz not null,
    primary key (run_id, ended_at)
);

comment on table mails is
    'One row for each mail that the mail server has taken over, so that a message that arrives twice is told once.';
comment on column mails.ended_at is
    'When the run ended. A run that is healed by a replay ends again, later, and is told again.';
comment on column mails.state is 'The state in which the run ended: COMPLETED, PARTIAL, FAILED or CANCELLED.';
