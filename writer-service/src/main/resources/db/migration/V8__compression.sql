-- lz4 compresses an order in a fraction of pglz's time; not every build of PostgreSQL has it.
do $$
declare
    name text;
begin
    if 'lz4' = any ((select enumvals from pg_settings where pg_settings.name = 'default_toast_compression')::text[]) then
        foreach name in array array[
            'locations', 'categories', 'catalog_items', 'catalog_item_variations', 'orders', 'inventory_counts'
        ] loop
            execute format('alter table %I alter column raw set compression lz4', name);
        end loop;
    end if;
end
$$;
