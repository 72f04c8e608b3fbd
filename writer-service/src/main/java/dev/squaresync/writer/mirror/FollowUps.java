package dev.squaresync.writer.mirror;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is computed from objects once they stand in their tables. */
@Component
class FollowUps {

    private final JdbcClient database;
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    FollowUps(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param writtenIds of the objects that were inserted or updated
     * @param changedIds of those that were there before
     */
    void run(MirroredType type, Collection<String> writtenIds, Collection<String> changedIds) {
        for (String file : type.followUps()) {
            database.sql(statements.computeIfAbsent(file, SqlFile::read))
                    .param("writtenIds", writtenIds.toArray(String[]::new))
                    .param("changedIds", changedIds.toArray(String[]::new))
                    .update();
        }
    }
}
