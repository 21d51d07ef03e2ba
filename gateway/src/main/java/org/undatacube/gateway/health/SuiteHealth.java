package org.undatacube.gateway.health;

import java.util.List;

/** @param status {@code UP} where every service is, else {@code DOWN} */
record SuiteHealth(String status, List<ServiceState> services) {

    static SuiteHealth of(List<ServiceState> services) {
        boolean up = services.stream().allMatch(ServiceState::works);
        return new SuiteHealth(up ? ServiceState.UP : "DOWN", services);
    }

    boolean works() {
        return status.equals(ServiceState.UP);
    }
}
