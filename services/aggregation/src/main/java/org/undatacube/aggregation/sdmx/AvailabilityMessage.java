package org.undatacube.aggregation.sdmx;

import java.time.Instant;

/**
 * Which data there are, before it is in any format.
 *
 * @param id the same for the same content
 */
record AvailabilityMessage(String id, Instant prepared, FlowStructure structure, Availability availability) {

    /** Of the constraint. */
    String constraintId() {
        return "AVAILABLE_" + structure.id();
    }

    String name() {
        return "Data of " + structure.id() + " that there are";
    }
}
