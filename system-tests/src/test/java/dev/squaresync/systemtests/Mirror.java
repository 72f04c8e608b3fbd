package dev.squaresync.systemtests;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The shop's own PostgreSQL, as an analyst sees it. */
final class Mirror {

    static final List<String> TOP_TABLES = List.of(
            "locations", "categories", "catalog_items", "catalog_item_variations", "orders", "inventory_counts");

    static final List<String> ORDER_PARTS = List.of(
            "order_line_items",
            "order_taxes",
            "order_discounts",
            "order_service_charges",
            "order_tenders",
            "order_fulfillments",
            "order_returns",
            "order_return_line_items",
            "order_refunds");

    private final JdbcTemplate jdbc;

    Mirror(String databaseUrl) {
        URI uri = URI.create(databaseUrl);
        String[] user = uri.getUserInfo().split(":", 2);
        String address = "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath();
        DriverManagerDataSource dataSource = new DriverManagerDataSource(address, user[0], user[1]);
        this.jdbc = new JdbcTemplate(dataSource);
    }

    long count(String table) {
        Long count = jdbc.queryForObject("select count(*) from square." + table, Long.class);
        return count == null ? 0 : count;
    }

    /** Columns of all rows; json and times as text in one form. */
    List<Map<String, Object>> rows(String table, List<String> columns) {
        return jdbc.queryForList("select " + String.join(", ", columns) + " from square." + table);
    }

    List<Map<String, Object>> query(String sql) {
        return jdbc.queryForList(sql);
    }

    /** As the database's superuser. */
    void execute(String sql) {
        jdbc.execute(sql);
    }

    /** How many rows of the mirror were ever rewritten or removed. */
    long rewrittenRows() {
        jdbc.execute("select pg_stat_force_next_flush()");
        Long sum = jdbc.queryForObject("""
                select sum(n_tup_upd + n_tup_del)
                from pg_stat_user_tables
                where schemaname = 'square' and relname = any (?)
                """, Long.class, (Object) tables().toArray(String[]::new));
        return sum == null ? 0 : sum;
    }

    /** Empties the mirror but knows still which pages were committed, so that the past remains provable. */
    void forget() {
        jdbc.execute("truncate "
                + String.join(
                        ", ", tables().stream().map(table -> "square." + table).toList()));
    }

    /** Old rows are deleted and altered, as by somebody who should not have. The watch over the mirror forgives that. */
    void damageByHand() {
        jdbc.execute("""
                delete from square.orders
                where id in (select id from square.orders order by updated_at, id limit 60)
                """);
        jdbc.execute("""
                update square.orders
                set total_money = total_money + 1
                where id in (select id from square.orders order by updated_at, id limit 20)
                """);
        jdbc.execute("""
                delete from square.inventory_counts
                where catalog_object_id in (select catalog_object_id from square.inventory_counts order by 1 limit 5)
                """);
        jdbc.execute(
                "update square.catalog_items set name = 'by hand' where id = (select min(id) from square.catalog_items)");
        jdbc.execute("delete from invariant_watch.regressions");
    }

    /** How many objects the pages of all runs have brought. */
    long recordsSynced() {
        Long sum = jdbc.queryForObject(
                "select coalesce(sum(inserted + updated + unchanged + deleted), 0) from scheduler.pages", Long.class);
        return sum == null ? 0 : sum;
    }

    /** Empties the mirror, as after a disaster. */
    void empty() {
        String tables = String.join(
                ", ", tables().stream().map(table -> "square." + table).toList());
        jdbc.execute("truncate " + tables + ", square.page_receipts, square.parked_objects");
    }

    /** What earlier work has left to do in the background is done, so that the next measurement does not pay for it. */
    void settle() {
        jdbc.execute("vacuum analyze");
        jdbc.execute("checkpoint");
    }

    private static List<String> tables() {
        return Stream.concat(TOP_TABLES.stream(), ORDER_PARTS.stream()).toList();
    }
}
