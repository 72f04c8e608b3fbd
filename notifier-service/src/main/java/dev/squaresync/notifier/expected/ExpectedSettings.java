package dev.squaresync.notifier.expected;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param missedAfter how long after its time a run that has not started is told as missed */
@ConfigurationProperties("notifier")
record ExpectedSettings(@DefaultValue("3m") Duration missedAfter) {}
