package org.undatacube.aggregation.sdmx;

import org.undatacube.aggregation.cube.Usd;

/**
 * One value.
 *
 * @param covered how much of what is published it is taken from
 */
record Observation(int year, Usd value, Covered covered) {

    /**
     * Of the observation's year and, where it is of one, entity.
     *
     * @param isAll whether every entity's whole year is in the observation, as far as it belongs there
     */
    record Covered(int entitiesReporting, int entitiesCovered, Usd amountReported, Usd amountCovered, boolean isAll) {}
}
