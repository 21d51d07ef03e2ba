package org.undatacube.http;

import java.util.stream.Stream;

/** What a service says at {@code /metrics}. */
public record PrometheusText(String text) {

    /** The sum of all samples of a name whose labels have all of these texts; 0 where there is none. */
    public double sum(String name, String... labels) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
