package dev.squaresync.systemtests.histories;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A service's database, whose commits may fail, and before or after which the service may die. */
final class FragileDatabase extends DelegatingDataSource {

    private final Stage stage;
    private final boolean mayFail;
    private final Set<PlantedBug> planted = ConcurrentHashMap.newKeySet();

    /** @param mayFail whether a commit may also fail without anybody's death */
    FragileDatabase(DataSource database, Stage stage, boolean mayFail) {
        super(database);
        this.stage = stage;
        this.mayFail = mayFail;
    }

    /** Whether a statement was really changed by this bug. */
    boolean hasPlanted(PlantedBug bug) {
        return planted.contains(bug);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, method, arguments));
    }

    private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        if (stage.isEmpty()) {
            return plain(connection, method, arguments);
        }
        return switch (method.getName()) {
            case "commit" -> {
                commit(connection);
                yield null;
            }
            case "prepareStatement" -> {
                arguments[0] = planted(plannedOnce((String) arguments[0]));
                yield plain(connection, method, arguments);
            }
            default -> plain(connection, method, arguments);
        };
    }

    private void commit(Connection connection) throws SQLException {
        Mishaps mishaps = stage.world().mishaps();
        mishaps.killPoint("before the commit");
        if (mayFail && mishaps.happens(0.3)) {
            stage.world().trace().add("  the commit fails");
            throw new SQLException("canceling statement due to statement timeout (simulated)", "57014");
        }
        connection.commit();
        mishaps.killPoint("after the commit");
        if (mayFail && mishaps.happens(0.3)) {
            stage.world().trace().add("  committed, but the answer gets lost");
            throw new SQLException("canceling statement due to statement timeout (simulated)", "57014");
        }
    }

    /** The writer has its statements planned anew for each page, for the sake of a first sync; here the tables stay small. */
    private static String plannedOnce(String statement) {
        return statement.replace("force_custom_plan", "force_generic_plan");
    }

    private String planted(String statement) {
        PlantedBug bug = stage.world().bug();
        String changed = bug.plantedIn(statement);
        if (!changed.equals(statement)) {
            planted.add(bug);
        }
        return changed;
    }

    private static Object plain(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
