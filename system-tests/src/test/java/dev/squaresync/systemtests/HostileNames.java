package dev.squaresync.systemtests;

import dev.squaresync.localstack.stack.Endpoints;

/** While open, pages of a data type cannot be committed, and the reason says the worst of the names that the shop has. */
final class HostileNames implements AutoCloseable {

    private final Mirror mirror;

    private HostileNames(Mirror mirror) {
        this.mirror = mirror;
    }

    static HostileNames inFailuresOf(String dataType, Endpoints endpoints) {
        Mirror mirror = new Mirror(endpoints.get("DATABASE_URL"));
        mirror.execute("""
                create function square.refuse() returns trigger language plpgsql as $$
                begin
                    raise exception 'refused because of %',
                        (select string_agg(name, ', ') from square.catalog_items where name ~ '<img|<script');
                end $$
                """);
        mirror.execute(
                "create trigger refuse before insert on square.page_receipts for each row when (new.data_type = '"
                        + dataType + "') execute function square.refuse()");
        return new HostileNames(mirror);
    }

    @Override
    public void close() {
        mirror.execute("drop function square.refuse() cascade");
    }
}
