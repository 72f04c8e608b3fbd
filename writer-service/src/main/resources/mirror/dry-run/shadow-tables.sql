-- Temporary tables stand before all others in the search path: whoever writes "orders" from now on, on this connection, writes
-- the shadow. Indexes and constraints come along, triggers do not.
do $$
declare
    real_table record;
begin
    for real_table in
        select relname
        from pg_class
        where relnamespace = 'square'::regnamespace
            and relkind in ('r', 'p')
            and not relispartition
        order by relname
    loop
        execute format(
            'create temporary table %1$I (like square.%1$I including all)',
            real_table.relname
        );
    end loop;
end
$$
