package dev.squaresync.direct.command;

import dev.squaresync.direct.report.Screen;
import dev.squaresync.direct.setting.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What all commands share.
 *
 * @param surroundings looked up when a command needs them
 * @param patience how long Square or PostgreSQL may be in trouble before a command gives up
 */
record Desk(Supplier<Surroundings> surroundings, Screen screen, Clock clock, Duration patience) {}
