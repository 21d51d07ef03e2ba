package org.undatacube.aggregation.citation;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.undatacube.embeddedpostgresql.FreePorts;
import org.undatacube.embeddedpostgresql.PostgreSqlTestResource;

/** Gives the service under test a database that can be taken away. */
public class CitationDatabaseResource implements QuarkusTestResourceLifecycleManager {
    private static final String URL = "quarkus.datasource.jdbc.url";

    private final PostgreSqlTestResource server = new PostgreSqlTestResource();
    private Relay relay;

    @Override
    public Map<String, String> start() {
        server.init(Map.of("database", "aggregation"));
        Map<String, String> settings = new HashMap<>(server.start());
        int port = URI.create(settings.get(URL).substring("jdbc:".length())).getPort();
        relay = new Relay(FreePorts.next(), port);
        settings.put(URL, settings.get(URL).replace(":" + port + "/", ":" + relay.port() + "/"));
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(relay, new TestInjector.MatchesType(Relay.class));
    }

    @Override
    public void stop() {
        relay.cut();
        server.stop();
    }
}
