package org.undatacube.aggregation.published;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.undatacube.http.RequestLines;

/** Gives the service under test a registry, a feed and an empty store. */
public class UpstreamResource implements QuarkusTestResourceLifecycleManager {
    private Upstream upstream;

    @Override
    public Map<String, String> start() {
        RequestLines.allowBars();
        upstream = new Upstream();
        upstream.serve(SampleHistory.create());
        try {
            String store = Files.createTempDirectory(Path.of("target"), "store").toString();
            return Map.of(
                    "datacube.registry.url",
                    upstream.address().toString(),
                    "datacube.registry.kept-for",
                    "PT0.1S",
                    "datacube.contributions.url",
                    upstream.address().toString(),
                    "datacube.contributions.poll-every",
                    "PT1S",
                    "datacube.contributions.compare-every",
                    "PT0.1S",
                    "datacube.aggregation.store",
                    store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(upstream, new TestInjector.MatchesType(Upstream.class));
    }

    @Override
    public void stop() {
        upstream.close();
    }
}
