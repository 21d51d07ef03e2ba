package org.undatacube.gateway.health;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
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

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Map<String, String> TASKS = Map.of(
            "registry", "Code lists, exchange rates and API keys",
            "contributions", "Submissions, their checks and their publication",
            "aggregation", "Answers: cubes, indicators, files, citations");
    private static final Map<String, String> STATES = Map.of(
            ServiceState.UP, "Working",
            "DOWN", "Not ready",
            "UNREACHABLE", "Does not answer");
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
        return template.data("headline", headline(report))
                .data("works", report.services().stream().allMatch(StatusPage::works))
                .data("checked", Moment.of(now, now))
                .data(
                        "rows",
                        report.services().stream()
                                .map(service -> row(service, now))
                                .toList())
                .data("cubes", cubes)
                .data("published", cubes == null || cubes.publishedAt() == null ? null : Moment.of(cubes.publishedAt(), now))
                .data("freshness", cubes == null ? null : freshness(cubes))
                .data("counted", cubes == null ? null : Moment.of(cubes.startedAt(), now))
                .data("sources", cubes == null ? List.of() : sources(cubes.answers()))
                .render();
    }

    private static String headline(StatusReport report) {
        List<String> down = report.services().stream()
                .filter(service -> !works(service))
                .map(StatusReport.ServiceReport::name)
                .toList();
        if (down.isEmpty()) {
            return "Everything works.";
        }
        return down.size() == report.services().size()
                ? "Nothing works at present."
                : "Not everything works: " + String.join(" and ", down) + (down.size() == 1 ? " is" : " are")
                        + " not there. The others go on.";
    }

    private static boolean works(StatusReport.ServiceReport service) {
        return service.status().equals(ServiceState.UP);
    }

    private static Row row(StatusReport.ServiceReport service, Instant now) {
        return new Row(
                service.name(),
                TASKS.getOrDefault(service.name(), ""),
                STATES.getOrDefault(service.status(), service.status()),
                works(service),
                Moment.of(service.since(), now));
    }

    private static String freshness(StatusReport.CubeReport cubes) {
        if (cubes.pulledAt() == null) {
            return "Since their start they have not yet seen all that was published; they catch up.";
        }
        if (cubes.lagSeconds() < LATE_SECONDS && cubes.failure() == null) {
            return "They have all that was published.";
        }
        return "They may lack what was published in the last " + words(Duration.ofSeconds(cubes.lagSeconds()))
                + ": they cannot follow the change feed.";
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
        return duration.toMinutes() > 1 ? duration.toMinutes() + " minutes" : Math.max(0, duration.toSeconds()) + " seconds";
    }
}
