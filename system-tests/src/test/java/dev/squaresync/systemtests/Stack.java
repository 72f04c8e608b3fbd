package dev.squaresync.systemtests;

import dev.squaresync.localstack.stack.Endpoints;
import dev.squaresync.localstack.stack.PartName;
import dev.squaresync.localstack.stack.Service;
import dev.squaresync.localstack.stack.StackSettings;
import dev.squaresync.localstack.stack.SystemStack;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** One whole system for all tests of a JVM, since it takes half a minute to start. */
final class Stack {

    private final SystemStack stack;
    private final Shop shop;
    private final Runs runs;
    private final Mirror mirror;

    private Stack(SystemStack stack) {
        this.stack = stack;
        Endpoints endpoints = stack.endpoints();
        this.shop = new Shop(endpoints.get("SQUARE_BASE_URL"));
        this.runs = new Runs(endpoints.get("SCHEDULER_URL"), endpoints.get("API_TOKEN"));
        this.mirror = new Mirror(endpoints.get("DATABASE_URL"));
    }

    /** The running system, with a shop that behaves and no run under way. */
    static Stack running() {
        Stack stack = Holder.STACK;
        stack.shop.behave();
        return stack;
    }

    Shop shop() {
        return shop;
    }

    Runs runs() {
        return runs;
    }

    Mirror mirror() {
        return mirror;
    }

    Connection connectToDatabase() throws SQLException {
        return stack.connectToDatabase();
    }

    Endpoints endpoints() {
        return stack.endpoints();
    }

    void kill(PartName part) {
        stack.kill(part);
    }

    void start(PartName part) {
        stack.start(part);
    }

    /** Started when first used. */
    private static final class Holder {

        static final Stack STACK = start();

        private static Stack start() {
            Path checkout = Path.of(System.getProperty("checkout"));
            Path home = OwnFolder.in(checkout.resolve("system-tests/target"), "stack");
            SystemStack system = SystemStack.of(QuickStart.of(StackSettings.inFolder(checkout, home))
                    .withOrders(4_000)
                    .withSimulatorArgument("--items=150")
                    .withVariable("SQUARE_SYNC_RETRY_WAITS", "500ms,1s,2s,4s,8s")
                    // Tests that run at that time of day must find no runs but their own.
                    .withVariable(Service.SCHEDULER, "SCHEDULER_VERIFY_AT", "off")
                    .withVariable(Service.FETCHER, "SQUARE_REQUESTS_PER_SECOND", "200")
                    // Small pages, so that every partition has several.
                    .withVariable(Service.FETCHER, "SQUARE_ORDERS_PAGE_SIZE", "100")
                    .withVariable(Service.FETCHER, "SQUARE_ORDERS_MOST_PARTITIONS", "8")
                    .withTimeZone("Europe/Berlin"));
            Runtime.getRuntime().addShutdownHook(new Thread(system::close));
            system.start();
            system.archiveClasses();
            return new Stack(system);
        }
    }
}
