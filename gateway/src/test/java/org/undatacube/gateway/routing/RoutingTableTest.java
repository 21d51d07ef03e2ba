package org.undatacube.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTableTest {

    @ParameterizedTest
    @CsvSource({
        "/structures, everything",
        "/structures/codelist, everything",
        "/structures/dataflow, flows",
        "/structures/dataflow/all, flows",
        "/structures/dataflows, everything"
    })
    void theLongestPathThatMatchesCounts(String path, String service) {
        RoutingTable table = new RoutingTable(config(Map.of(
                "datacube.gateway.routing.services.everything.url", "http://everything",
                "datacube.gateway.routing.services.everything.paths", "/structures",
                "datacube.gateway.routing.services.flows.url", "http://flows",
                "datacube.gateway.routing.services.flows.paths", "/structures/dataflow")));

        assertEquals(Optional.of(service), table.serviceOf(path).map(Service::name));
    }

    private static RoutingConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(RoutingConfig.class)
                .withDefaultValues(values)
                // Quarkus' own, which read 30s
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(RoutingConfig.class);
    }
}
