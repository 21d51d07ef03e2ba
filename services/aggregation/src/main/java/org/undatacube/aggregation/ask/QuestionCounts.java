package org.undatacube.aggregation.ask;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.undatacube.aggregation.engine.Snapshot;

/** How many questions for totals were answered since the start, by where the answers came from. */
@Startup
@Singleton
public class QuestionCounts {
    private final Map<AnsweredFrom, Counter> counters = new EnumMap<>(AnsweredFrom.class);

    /** Where an answer came from. */
    enum AnsweredFrom {
        /** The client had it already, and was told that it still stands. */
        CLIENT,
        /** It was made for an earlier question, or for one that came at the same time. */
        CACHE,
        PREAGGREGATE,
        SCAN,
        /** It was added up while it was sent. */
        STREAM,
        /** It is made while nobody waits. */
        PREPARATION,
        EXPLANATION;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static AnsweredFrom of(Snapshot snapshot) {
            return snapshot.hasScanned() ? SCAN : PREAGGREGATE;
        }
    }

    QuestionCounts(MeterRegistry registry) {
        for (AnsweredFrom from : AnsweredFrom.values()) {
            counters.put(
                    from,
                    Counter.builder("datacube.questions")
                            .tag("route", from.code())
                            .description("Questions for totals, by where their answers came from")
                            .register(registry));
        }
    }

    void count(AnsweredFrom from) {
        counters.get(from).increment();
    }

    /** By route, as the metric names it. */
    public Map<String, Long> byRoute() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counters.forEach((from, counter) -> counts.put(from.code(), (long) counter.count()));
        return counts;
    }
}
