package org.undatacube.gateway.health;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A status report in plain words, as a page without a script. */
@Singleton
class StatusPage {
    /** Beyond it the cubes are not merely between two looks at the change feed. */
    private static final long LATE_SECONDS = 60;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Map<String, Task> TASKS = Map.of(
            "registry",
            new Task(
                    "Code lists, exchange rates and API keys",
                    "Code lists and exchange rates cannot be read, and nobody can use a key."),
            "contributions",
            new Task(
                    "Submissions, their checks and their publication",
                    "Nothing can be submitted, corrected, certified or published."),
            "aggregation",
            new Task("Figures: totals, indicators, files and citations", "No figures can be had."));
    private static final Map<String, String> STATES =
            Map.of(ServiceState.UP, "Working", "DOWN", "Not ready", "UNREACHABLE", "Does not answer");
    private static final List<Map.Entry<String, String>> SOURCES = List.of(
            Map.entry("cache", "given again from memory"),
            Map.entry("client", "not sent, since whoever asked had them already"),
            Map.entry("preaggregate", "added up from sums kept in memory"),
            Map.entry("scan", "added up from all lines"),
            Map.entry("stream", "too large to keep, added up while they were sent"),
            Map.entry("preparation", "made while nobody waited"),
            Map.entry("explanation", "with an explanation of how they were made"));

    private final Template template;

    StatusPage(@Location("status.html") Template template) {
        this.template = template;
    }

    /**
     * What a service is there for.
     *
     * @param loss what cannot be done without it
     */
    private record Task(String what, String loss) {
        static Task of(String service) {
            return TASKS.getOrDefault(service, new Task(service, service + " is not there."));
        }
    }

    /** A row of the table of services. */
    record Row(String name, String task, String state, boolean works, Moment since) {}

    /** @param machine as programs read it */
    record Moment(String machine, String people, String ago) {
        static Moment of(Instant instant, Instant now) {
            return new Moment(instant.toString(), TIME.format(instant), words(Duration.between(instant, now)));
        }
    }

    /** @param count with separators */
    record Source(String count, String words) {}

    String of(StatusReport report) {
        Instant now = report.checkedAt();
        StatusReport.CubeReport cubes = report.cubes();
        TemplateInstance page = template.data("headline", headline(report))
                .data("works", report.works())
                .data("losses", losses(report))
                .data("checked", Moment.of(now, now))
                .data(
                        "rows",
                        report.services().stream()
                                .map(service -> row(service, now))
                                .toList())
                .data("cubes", cubes);
        if (cubes != null) {
            page.data("published", cubes.publishedAt() == null ? null : Moment.of(cubes.publishedAt(), now))
                    .data("freshness", freshness(cubes))
                    .data("counted", Moment.of(cubes.startedAt(), now))
                    .data("sources", sources(cubes.answers()));
        }
        return page.render();
    }

    private static String headline(StatusReport report) {
        if (report.works()) {
            return "Everything works.";
        }
        return report.services().stream().anyMatch(StatusReport.ServiceReport::works)
                ? "Not everything works."
                : "Nothing works at present.";
    }

    private static List<String> losses(StatusReport report) {
        return report.services().stream()
                .filter(service -> !service.works())
                .map(service -> Task.of(service.name()).loss())
                .toList();
    }

    private static Row row(StatusReport.ServiceReport service, Instant now) {
        return new Row(
                service.name(),
                Task.of(service.name()).what(),
                STATES.getOrDefault(service.status(), service.status()),
                service.works(),
                Moment.of(service.since(), now));
    }

    private static String freshness(StatusReport.CubeReport cubes) {
        if (cubes.pulledAt() == null) {
            return "Later editions may be missing: what was published has not been read to its end since the last start.";
        }
        return cubes.lagSeconds() < LATE_SECONDS
                ? "It is the latest one."
                : "Later editions may be missing: for " + words(Duration.ofSeconds(cubes.lagSeconds()))
                        + " it could not be asked whether there are any.";
    }

    private static List<Source> sources(Map<String, Long> answers) {
        return SOURCES.stream()
                .filter(source -> answers.getOrDefault(source.getKey(), 0L) > 0)
                .map(source -> new Source(
                        String.format(Locale.ENGLISH, "%,d", answers.get(source.getKey())), source.getValue()))
                .toList();
    }

    private static String words(Duration duration) {
        if (duration.toDays() > 1) {
            return duration.toDays() + " days";
        }
        if (duration.toHours() > 1) {
            return duration.toHours() + " hours";
        }
        if (duration.toMinutes() > 1) {
            return duration.toMinutes() + " minutes";
        }
        long seconds = Math.max(0, duration.toSeconds());
        return seconds + (seconds == 1 ? " second" : " seconds");
    }
}
