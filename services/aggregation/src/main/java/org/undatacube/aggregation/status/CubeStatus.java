package org.undatacube.aggregation.status;

import java.time.Instant;
import java.util.Map;

/**
 * How the cubes are doing.
 *
 * @param edition the one that is answered from; 0 before anything was published
 * @param publishedAt null for edition 0
 * @param pulledAt when the cubes last had all that was published; null where that never was since the start
 * @param lagSeconds for how long it is not known that they have
 * @param startedAt of the process, from when on answers are counted
 * @param answers how many there were, by the metric's routes
 */
record CubeStatus(
        long edition,
        Instant publishedAt,
        Instant pulledAt,
        long lagSeconds,
        Instant startedAt,
        Map<String, Long> answers) {}
