package dev.squaresync.systemtests.histories;

/** What one history has to itself. */
record World(long seed, PlantedBug bug, Dice dice, SimulatedClock clock, Trace trace, Mishaps mishaps) {}
