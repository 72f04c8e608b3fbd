package dev.squaresync.cli.doctor.database;

import dev.squaresync.cli.doctor.Finding;
import java.sql.Connection;
import java.sql.SQLException;

/** How many connections are left. */
record ConnectionsProbe() implements DatabaseProbe {

    private static final int SCARCE_PERCENT = 80;
    private static final int EXHAUSTED_PERCENT = 95;

    private static final String USED = """
            select
                (select count(*) from pg_stat_activity where backend_type = 'client backend') as used,
                current_setting('max_connections')::integer as most""";

    @Override
    public String name() {
        return "connections";
    }

    @Override
    public Finding look(Connection connection) throws SQLException {
        return Row.of(connection, USED, row -> found(row.getInt("used"), row.getInt("most")))
                .orElseThrow();
    }

    private Finding found(int used, int most) {
        String sentence = used + " of " + most + " are used.";
        String advice = "See who holds them (pg_stat_activity), end what is idle, or raise max_connections.";
        if (used * 100 >= most * EXHAUSTED_PERCENT) {
            return Finding.problem(name(), sentence, advice);
        }
        return used * 100 >= most * SCARCE_PERCENT
                ? Finding.warning(name(), sentence, advice)
                : Finding.ok(name(), sentence);
    }
}
