package org.undatacube.http.correlation;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Two switches in the words of whoever runs the suite: {@code DATACUBE_LOG} ({@code json}, else for people) and {@code
 * OTEL_EXPORTER_OTLP_ENDPOINT} (where traces go; without it none are made).
 */
public final class ObservationSwitches implements ConfigSourceFactory {
    /** Above what the suite's own files say, below what the environment says in the framework's words. */
    private static final int ORDINAL = 260;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> settings = new HashMap<>();
        boolean isForPrograms = "json".equals(value(context, "datacube.log"));
        settings.put("quarkus.log.console.json.enabled", Boolean.toString(isForPrograms));
        settings.put("quarkus.banner.enabled", Boolean.toString(!isForPrograms));
        String collector = value(context, "otel.exporter.otlp.endpoint");
        settings.put("quarkus.otel.sdk.disabled", Boolean.toString(collector == null));
        settings.put("quarkus.otel.exporter.otlp.traces.endpoint", collector);
        settings.put("quarkus.otel.exporter.otlp.traces.protocol", value(context, "otel.exporter.otlp.protocol"));
        settings.values().removeIf(Objects::isNull);
        return List.of(new PropertiesConfigSource(settings, "switches of observation", ORDINAL));
    }

    /** Null where it is not said. */
    private static String value(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null || value.getValue().isBlank() ? null : value.getValue();
    }
}
