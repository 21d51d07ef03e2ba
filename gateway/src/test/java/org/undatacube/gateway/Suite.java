package org.undatacube.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import org.undatacube.http.RequestLines;

/** The three services behind the gateway under test, as {@link Upstream}s. */
public final class Suite implements QuarkusTestResourceLifecycleManager {
    public static final String WRITER = "https://agency.example";

    private final Upstream registry = new Upstream("registry");
    private final Upstream contributions = new Upstream("contributions");
    private final Upstream aggregation = new Upstream("aggregation");

    @Override
    public Map<String, String> start() {
        RequestLines.allowBars();
        all().forEach(Upstream::start);
        return Map.of(
                "datacube.registry.url",
                registry.url(),
                "datacube.contributions.url",
                contributions.url(),
                "datacube.aggregation.url",
                aggregation.url(),
                "datacube.gateway.routing.answer-timeout",
                // only one test waits for it, and none may be ended by it
                "10S",
                "datacube.gateway.identity.remembered",
                "5S",
                "datacube.gateway.api-docs.refresh",
                "0.2S",
                "datacube.gateway.health.watch-every",
                "0.2S",
                "datacube.gateway.cross-origin.writers",
                WRITER);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Suite.class));
    }

    @Override
    public void stop() {
        all().forEach(Upstream::stop);
    }

    /** All up again, with no answers chosen and nothing received. */
    public void reset() {
        all().forEach(Upstream::reset);
    }

    public Upstream registry() {
        return registry;
    }

    public Upstream contributions() {
        return contributions;
    }

    public Upstream aggregation() {
        return aggregation;
    }

    public List<Upstream> all() {
        return List.of(registry, contributions, aggregation);
    }
}
