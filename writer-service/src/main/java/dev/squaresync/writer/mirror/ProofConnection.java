package dev.squaresync.writer.mirror;

import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * The connection of a comparison. It has its own settings and temporary tables, so it is none of the pool's, and is closed
 * afterwards.
 */
@Component
class ProofConnection {

    private final DataSource pool;
    private final List<MirroredType> types;

    ProofConnection(DataSource pool, List<MirroredType> types) {
        this.pool = pool;
        this.types = types;
    }

    void prove(ProofWindow window, Consumer<MirrorProof> work) {
        SingleConnectionDataSource one = open();
        try {
            work.accept(new MirrorProof(JdbcClient.create(one), types, window));
        } finally {
            one.destroy();
        }
    }

    private SingleConnectionDataSource open() {
        SimpleDriverDataSource unpooled = DataSourceBuilder.derivedFrom(pool)
                .type(SimpleDriverDataSource.class)
                .build();
        return new SingleConnectionDataSource(DataSourceUtils.getConnection(unpooled), true);
    }
}
