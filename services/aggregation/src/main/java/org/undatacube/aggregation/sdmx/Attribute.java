package org.undatacube.aggregation.sdmx;

import java.util.List;
import java.util.stream.Stream;

/** What is said of data besides their keys and values, in the structure's order. */
enum Attribute {
    UNIT_MEASURE(true, false) {
        @Override
        String of(Observation observation) {
            return "USD";
        }
    },
    UNIT_MULT(true, true) {
        @Override
        String of(Observation observation) {
            return "0";
        }
    },
    /** {@code A} (normal value) where all that is reported is covered, {@code U} (low reliability) where only a part is. */
    OBS_STATUS(false, false) {
        @Override
        String of(Observation observation) {
            return observation.covered().isAll() ? "A" : "U";
        }
    },
    ENTITIES_REPORTING(false, true) {
        @Override
        String of(Observation observation) {
            return Integer.toString(observation.covered().entitiesReporting());
        }
    },
    ENTITIES_COVERED(false, true) {
        @Override
        String of(Observation observation) {
            return Integer.toString(observation.covered().entitiesCovered());
        }
    },
    AMOUNT_REPORTED(false, true) {
        @Override
        String of(Observation observation) {
            return observation.covered().amountReported().toString();
        }
    },
    AMOUNT_COVERED(false, true) {
        @Override
        String of(Observation observation) {
            return observation.covered().amountCovered().toString();
        }
    };

    private final boolean isOfDataSet;
    private final boolean isNumber;

    Attribute(boolean isOfDataSet, boolean isNumber) {
        this.isOfDataSet = isOfDataSet;
        this.isNumber = isNumber;
    }

    /** Whether it is the same for all observations, which may then be null. */
    boolean isOfDataSet() {
        return isOfDataSet;
    }

    boolean isNumber() {
        return isNumber;
    }

    abstract String of(Observation observation);

    static List<String> names() {
        return Stream.of(values()).map(Attribute::name).toList();
    }
}
