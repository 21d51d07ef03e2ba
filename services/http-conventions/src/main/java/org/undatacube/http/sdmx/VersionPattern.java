package org.undatacube.http.sdmx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which versions of an artefact are asked for.
 *
 * @param exact the one that is, or null
 * @param least what a version must have at least; empty where any will do
 * @param fixed how many of its first numbers the version must have as they are
 * @param isLatestOnly whether only the latest of those that match is
 */
public record VersionPattern(String exact, List<Integer> least, int fixed, boolean isLatestOnly) {
    private static final VersionPattern ALL = new VersionPattern(null, List.of(), 0, false);
    private static final VersionPattern LATEST = new VersionPattern(null, List.of(), 0, true);
    /** A version is stable from 1.0.0 on, and unstable ones are not made here. */
    private static final VersionPattern LATEST_STABLE = new VersionPattern(null, List.of(1, 0, 0), 0, true);

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})*(-[A-Za-z0-9.-]+)?");
    /** Numbers as they must be, then one with a wildcard or a wildcard alone, then more numbers. */
    private static final Pattern WILD =
            Pattern.compile("((?:\\d{1,9}\\.){0,2})(\\d{1,9})?([+~*])((?:\\.\\d{1,9}){0,2})");

    private static final int SEMANTIC_LENGTH = 3;

    /** As SDMX REST 2.1 has it: {@code all}, {@code latest} or a version. Empty where it is none of these. */
    public static Optional<VersionPattern> ofVersion21(String text) {
        return switch (text) {
            case "all" -> Optional.of(ALL);
            case "latest" -> Optional.of(LATEST);
            default -> exactly(text);
        };
    }

    /**
     * As SDMX REST 3.0 has it: a version, of which one number may have a wildcard, {@code *} for all versions from that
     * number on, {@code ~} for the latest and {@code +} for the latest stable of them. Empty where it is none of these.
     */
    public static Optional<VersionPattern> ofVersion30(String text) {
        return switch (text) {
            case "*" -> Optional.of(ALL);
            case "~" -> Optional.of(LATEST);
            case "+" -> Optional.of(LATEST_STABLE);
            default -> exactly(text).or(() -> wild(text));
        };
    }

    private static Optional<VersionPattern> exactly(String text) {
        return NUMBERS.matcher(text).matches()
                ? Optional.of(new VersionPattern(text, List.of(), 0, false))
                : Optional.empty();
    }

    private static Optional<VersionPattern> wild(String text) {
        Matcher parts = WILD.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        List<Integer> fixed = numbers(parts.group(1));
        List<Integer> least = new ArrayList<>(fixed);
        least.add(parts.group(2) == null ? 0 : Integer.valueOf(parts.group(2)));
        List<Integer> rest = numbers(parts.group(4));
        least.addAll(rest);
        boolean startsAnywhere = parts.group(2) == null && rest.stream().anyMatch(number -> number > 0);
        boolean isStable = parts.group(3).equals("+");
        if (least.size() > SEMANTIC_LENGTH || startsAnywhere || (isStable && least.size() < SEMANTIC_LENGTH)) {
            return Optional.empty();
        }
        return Optional.of(
                new VersionPattern(null, least, fixed.size(), !parts.group(3).equals("*")));
    }

    /** Those of an artefact's versions that are asked for. */
    public List<String> pick(List<String> versions) {
        Stream<String> matching = versions.stream().filter(this::matches);
        return isLatestOnly ? matching.max(BY_NUMBERS).stream().toList() : matching.toList();
    }

    private boolean matches(String version) {
        if (exact != null) {
            return exact.equals(version);
        }
        List<Integer> numbers = numbers(version);
        return least.isEmpty()
                || (numbers.size() == least.size()
                        && numbers.subList(0, fixed).equals(least.subList(0, fixed))
                        && compare(numbers, least) >= 0);
    }

    private static final Comparator<String> BY_NUMBERS = (one, other) -> compare(numbers(one), numbers(other));

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int place = 0; place < Math.min(one.size(), other.size()); place++) {
            int difference = one.get(place).compareTo(other.get(place));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static List<Integer> numbers(String text) {
        return Pattern.compile("\\.")
                .splitAsStream(text)
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }
}
