-- Not every run syncs: some prove, some undo. All of them share the states, the history and the rule of one at a time.
alter table sync_runs
    add column kind   text    not null default 'sync' check (kind in ('sync', 'verify', 'rollback')),
    add column forced boolean not null default false;

comment on column sync_runs.kind is
    'sync: brings Square''s data into the mirror; verify: compares the mirror with Square; rollback: restores what a run changed.';
comment on column sync_runs.forced is
    'Whoever asked for it wants it to go on where a run would stop and ask: over an active run, an empty listing, a mass deletion.';
