package dev.squaresync.localstack.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The few variables of this process's environment that every program may need. */
public final class BaseEnvironment {

    private static final List<String> NAMES = List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "JAVA_HOME");

    private BaseEnvironment() {}

    public static Map<String, String> variables() {
        return System.getenv().entrySet().stream()
                .filter(variable -> NAMES.contains(variable.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
