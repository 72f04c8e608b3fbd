-- Of what was seen, the comparison needs no more than this; the body is kept of what was looked up.
alter table verification_pages
    alter column body drop not null,
    add column ids      text[],
    add column versions bigint[],
    add column digests  uuid[],
    add constraint verification_pages_hold_something check (body is not null or ids is not null);

comment on column verification_pages.body is 'As Square sent it; null: only seen, not looked up.';
comment on column verification_pages.ids is 'The objects that the page shows.';
comment on column verification_pages.versions is 'Their versions, in the order of ids; null where Square told none.';
comment on column verification_pages.digests is 'Their digests, in the order of ids; null where only an entry was shown.';
