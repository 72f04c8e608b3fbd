-- A run passes through each ending at most once (FAILED, then PARTIAL, then COMPLETED, as replays heal it), so the state tells
-- one ending from the other, whatever the time that comes with it.
delete from mails as mail
using mails as newer
where newer.run_id = mail.run_id and newer.state = mail.state and newer.ended_at > mail.ended_at;

alter table mails
    drop constraint mails_pkey,
    add primary key (run_id, state);

comment on column mails.ended_at is 'When the run ended in this way.';
comment on column mails.state is
    'The state in which the run ended: COMPLETED, PARTIAL, FAILED or CANCELLED. COMPLETED after another one: it has recovered.';
