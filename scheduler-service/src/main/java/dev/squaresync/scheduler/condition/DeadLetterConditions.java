package dev.squaresync.scheduler.condition;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.squaresync.message.ConditionKind;
import dev.squaresync.message.ConditionReported.Part;
import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open dead letters, one condition for each code. A stream fails for its first dead letter and its run's end tells so: that one
 * is no news of its own, and neither are all that a refused access token leaves behind.
 */
@Component
class DeadLetterConditions implements ConditionSource {

    private static final String OPEN = new SqlFile(DeadLetterConditions.class, "open-dead-letters.sql").text();

    private final JdbcClient jdbc;

    DeadLetterConditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ConditionKind.DEAD_LETTERS);
    }

    @Override
    public boolean urgent() {
        return true;
    }

    @Override
    public List<Condition> now() {
        Map<String, List<Letters>> byCode = jdbc.sql(OPEN).query(Row.as(Letters::of)).list().stream()
                .collect(groupingBy(Letters::code, TreeMap::new, toList()));
        return byCode.values().stream().map(DeadLetterConditions::condition).toList();
    }

    private static Condition condition(List<Letters> letters) {
        Letters most = letters.get(0);
        return new Condition(
                ConditionKind.DEAD_LETTERS,
                ConditionKind.DEAD_LETTERS + ":" + most.code(),
                letters.stream()
                        .map(Letters::firstSeenAt)
                        .min(Instant::compareTo)
                        .orElseThrow(),
                letters.stream().mapToLong(Letters::count).sum(),
                letters.stream()
                        .map(Letters::dataType)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(DataType::of)
                        .toList(),
                most.reason(),
                Map.of("code", most.code()),
                letters.stream()
                        .map(part -> new Part(part.dataType(), part.queue(), part.count()))
                        .toList(),
                letters.stream().allMatch(part -> part.untold() == 0));
    }

    /** @param untold how many of them no run's end has told of */
    private record Letters(
            String code,
            String queue,
            @Nullable String dataType,
            long count,
            long untold,
            Instant firstSeenAt,
            String reason) {

        static Letters of(Row row) throws SQLException {
            return new Letters(
                    row.text("code"),
                    row.text("queue"),
                    row.nullableText("data_type"),
                    row.longNumber("letters"),
                    row.longNumber("untold"),
                    row.instant("first_seen_at"),
                    row.text("reason"));
        }
    }
}
