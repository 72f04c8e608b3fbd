package dev.squaresync.systemtests;

import dev.squaresync.localstack.stack.StackSettings;

/** Services that live for a minute or are killed over and over: they need a quick start more than the best code. */
final class QuickStart {

    private QuickStart() {}

    static StackSettings of(StackSettings settings) {
        return settings.withVariable("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -Xshare:auto");
    }
}
