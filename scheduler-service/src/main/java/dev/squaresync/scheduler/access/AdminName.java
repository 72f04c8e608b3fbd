package dev.squaresync.scheduler.access;

/** The name of the admin of the settings, which nobody else can have. */
public record AdminName(String value) {}
