package dev.squaresync.direct.command;

import static java.util.stream.Collectors.joining;

import dev.squaresync.direct.report.Screen;
import dev.squaresync.direct.setting.Surroundings;
import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.simulator.SquareSimulator;
import dev.squaresync.simulator.control.SimulatorControl;
import dev.squaresync.simulator.seed.ShopSettings;
import dev.squaresync.simulator.seed.ShopSize;
import dev.squaresync.testsupport.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop at a simulated Square, the database with the services' tables, and nothing else. */
final class Emergency implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOKEN = "canary-51c0ffee";

    private final SquareSimulator simulator;
    private final TestDatabase database = TestDatabase.fresh();
    private final Path folder;

    Emergency(ShopSize size) {
        try {
            this.simulator = SquareSimulator.start(
                    ShopSettings.defaults(Clock.systemUTC()).withSize(size).withAccessToken(TOKEN),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    Clock.systemUTC());
            this.folder = Files.createTempDirectory("direct");
            tell(TestDatabase.PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Emergency withTables(DatabaseRole role) {
        String module = role.user() + "-service";
        Path migrations = Path.of(System.getProperty("checkout"), module, "src/main/resources/db/migration");
        TestDatabase.Credentials credentials = database.as(role);
        Flyway.configure()
                .dataSource(credentials.url(), credentials.username(), credentials.password())
                .schemas(role.schema())
                .createSchemas(false)
                .outOfOrder(true)
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
        return this;
    }

    /** Writes where everything is, as {@code ./square-sync up} does. */
    void tell(String password) throws IOException {
        Files.createDirectories(folder.resolve(".local"));
        Files.writeString(
                folder.resolve(".local/endpoints.env"),
                String.join(
                        "\n",
                        "WRITER_DATABASE_URL="
                                + database.url()
                                        .replace(
                                                "jdbc:postgresql://",
                                                "postgresql://writer:" + password.replace(" ", "%20") + "@"),
                        "SIMULATOR_TOKEN=" + TOKEN,
                        "SQUARE_BASE_URL=" + simulator.baseUrl(),
                        ""));
    }

    Path folder() {
        return folder;
    }

    SimulatorControl square() {
        return simulator.control();
    }

    long requests() {
        return square().requests().values().stream()
                .flatMap(statuses -> statuses.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    JdbcClient sql() {
        TestDatabase.Credentials credentials = database.asSuperuser();
        return JdbcClient.create(
                new DriverManagerDataSource(credentials.url(), credentials.username(), credentials.password()));
    }

    DriverManagerDataSource source() {
        TestDatabase.Credentials credentials = database.asSuperuser();
        return new DriverManagerDataSource(credentials.url(), credentials.username(), credentials.password());
    }

    long count(String table) {
        return sql().sql("select count(*) from square." + table)
                .query(Long.class)
                .single();
    }

    /** Of every table of a schema, by name. */
    Map<String, String> checksums(String schema) {
        JdbcTemplate jdbc = new JdbcTemplate(source());
        List<String> tables =
                jdbc.queryForList("select tablename from pg_tables where schemaname = ?", String.class, schema);
        Map<String, String> sums = new TreeMap<>();
        tables.forEach(table -> sums.put(
                table,
                String.valueOf(jdbc.queryForObject(
                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from "
                                + schema + "." + table + " t",
                        String.class))));
        return sums;
    }

    /** What a command has said, and its exit code. */
    record Said(int exitCode, String out, String err) {

        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Screen screen = new Screen(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        Desk desk =
                new Desk(() -> Surroundings.of(Map.of(), folder), screen, Clock.systemUTC(), Duration.ofMillis(500));
        int exitCode = new Commands(desk).run(arguments);
        return new Said(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The command in a process of its own. */
    Process start(String... arguments) throws IOException {
        return start(program(arguments));
    }

    /** The same, on a terminal so many columns wide; what it draws is in {@link Said#out}. */
    Process startOnTerminal(int columns, String... arguments) throws IOException {
        String line = program(arguments).stream().map(word -> "'" + word + "'").collect(joining(" "));
        return start(List.of("script", "-qec", "stty cols " + columns + "; " + line, "/dev/null"));
    }

    private List<String> program(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dcheckout=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Direct.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("err.txt").toFile())
                .redirectOutput(folder.resolve("out.txt").toFile());
        // Small pages, so that every partition has several.
        builder.environment().put("SQUARE_ORDERS_PAGE_SIZE", "40");
        builder.environment().put("TERM", "xterm");
        return builder.start();
    }

    /** What the last process said, once it has ended. */
    Said end(Process process) throws IOException, InterruptedException {
        int exitCode = process.waitFor();
        return new Said(
                exitCode, Files.readString(folder.resolve("out.txt")), Files.readString(folder.resolve("err.txt")));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
