package dev.squaresync.direct.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.squaresync.direct.setting.Customs;
import dev.squaresync.direct.setting.DatabaseAccess;
import dev.squaresync.direct.setting.SquareAccess;
import dev.squaresync.direct.setting.Surroundings;
import dev.squaresync.fetcher.square.SquareConfiguration;
import dev.squaresync.fetcher.square.SquareResources;
import dev.squaresync.settings.InvalidSetting;
import dev.squaresync.writer.mirror.Mirror;
import dev.squaresync.writer.mirror.MirroredType;
import dev.squaresync.writer.mirror.Sweeps;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The reader of Square and the mirror, as in the services, with their settings, and without all that surrounds them there. */
final class Workshop implements AutoCloseable {

    private final Surroundings surroundings;
    private final DatabaseAccess access;
    private final ConfigurableApplicationContext context;

    private Workshop(Surroundings surroundings, DatabaseAccess access, ConfigurableApplicationContext context) {
        this.surroundings = surroundings;
        this.access = access;
        this.context = context;
    }

    /**
     * @param oneConnection everything happens on one and the same connection
     * @throws InvalidSetting if a setting is missing or makes no sense
     * @throws CommandFailed if PostgreSQL cannot be reached
     */
    static Workshop open(Desk desk, boolean oneConnection, int threads) {
        Surroundings surroundings = desk.surroundings().get();
        DatabaseAccess access = DatabaseAccess.of(surroundings);
        Map<String, Object> properties = new HashMap<>(SquareAccess.of(surroundings));
        // The files of that name are those of the services.
        properties.put("spring.config.name", "direct");
        properties.put("spring.main.register-shutdown-hook", "false");
        DataSource source = oneConnection ? oneConnection(access) : pool(access, threads);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(properties)
                .initializers((ApplicationContextInitializer<GenericApplicationContext>)
                        starting -> starting.registerBean(DataSource.class, () -> source))
                .run();
        return new Workshop(surroundings, access, context);
    }

    SquareResources square() {
        return context.getBean(SquareResources.class);
    }

    Mirror mirror() {
        return context.getBean(Mirror.class);
    }

    Collection<MirroredType> mirroredTypes() {
        return context.getBeansOfType(MirroredType.class).values();
    }

    JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    DataSource source() {
        return context.getBean(DataSource.class);
    }

    Clock clock() {
        return context.getBean(Clock.class);
    }

    /** How much the end of a window is distrusted: the scheduler's setting. */
    Duration overlap() {
        return context.getEnvironment().getProperty("scheduler.overlap", Duration.class, Duration.ofMinutes(5));
    }

    Sweeps sweeps() {
        return context.getBean(Sweeps.class);
    }

    /** The writer's setting, a percentage. */
    int largestSweep() {
        return context.getEnvironment().getProperty("mirror.largest-sweep", Integer.class, 20);
    }

    Customs customs() {
        return new Customs(surroundings);
    }

    ShopTimes times() {
        return new ShopTimes(surroundings, database());
    }

    /** A connection of its own, outside of the pool. */
    Connection connect() {
        return connect(access);
    }

    @Override
    public void close() {
        context.close();
    }

    private static DataSource oneConnection(DatabaseAccess access) {
        return new SingleConnectionDataSource(connect(access), true);
    }

    private static DataSource pool(DatabaseAccess access, int threads) {
        // Tells at once, and in the driver's words, when nothing is there.
        try (Connection first = connect(access)) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(access.url());
            config.setUsername(access.user());
            config.setPassword(access.password());
            config.setDataSourceProperties(access.properties());
            config.setMaximumPoolSize(threads + 1);
            config.setMinimumIdle(1);
            config.setConnectionTimeout(10_000);
            return new HikariDataSource(config);
        } catch (SQLException e) {
            throw unreachable(access, e);
        }
    }

    private static Connection connect(DatabaseAccess access) {
        Properties properties = access.properties();
        properties.setProperty("user", access.user());
        properties.setProperty("password", access.password());
        try {
            return DriverManager.getConnection(access.url(), properties);
        } catch (SQLException e) {
            throw unreachable(access, e);
        }
    }

    private static CommandFailed unreachable(DatabaseAccess access, SQLException e) {
        return new CommandFailed(
                ExitCode.UNREACHABLE,
                "PostgreSQL at " + access + " cannot be used: " + e.getMessage()
                        + " Start it, or check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
                        + " SPRING_DATASOURCE_PASSWORD.");
    }

    @Configuration(proxyBeanMethods = false)
    @Import(SquareConfiguration.class)
    @ComponentScan(basePackageClasses = Mirror.class)
    @ConfigurationPropertiesScan(basePackageClasses = Mirror.class)
    static class Parts {

        @Bean
        JdbcClient jdbcClient(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }
    }
}
