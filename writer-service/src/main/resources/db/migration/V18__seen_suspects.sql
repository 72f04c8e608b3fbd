-- Of a verification that was under way when this came, it is not known any more what was listed: as before, what is not answered
-- about counts as not there.
alter table verification_suspects add column seen boolean not null default false;
alter table verification_suspects alter column seen drop default;

comment on column verification_suspects.seen is 'Whether Square has listed it: then it is there, whatever comes of looking it up.';

alter table findings
    drop constraint findings_kind_check,
    add constraint findings_kind_check check (kind in ('MISSING', 'STALE', 'SURPLUS', 'ALTERED', 'UNKNOWN'));

comment on column findings.kind is
    'MISSING: Square has it, the mirror does not; STALE: the mirror holds another state; SURPLUS: Square does not have it any more; ALTERED: its columns or parts are not what its raw says; UNKNOWN: Square has listed it and did not show it.';
