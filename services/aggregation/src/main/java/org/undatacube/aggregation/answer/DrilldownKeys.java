package org.undatacube.aggregation.answer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Wording;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.http.Language;

/** The keys of one drilldown, each known by a small number while an answer is put together. */
final class DrilldownKeys {
    /** Stands in the key of a cell that is not grouped by the drilldown. */
    static final int ABSENT = -1;
    /** The members that are not among the top ones. */
    static final int OTHERS = 0;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final Drilldown drilldown;
    private final Members members;
    private final Language language;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private Cell.Key[] shown = new Cell.Key[0];

    /** @param language of the labels */
    DrilldownKeys(Drilldown drilldown, Members members, Language language) {
        this.drilldown = drilldown;
        this.members = members;
        this.language = language;
        texts.add(null);
    }

    int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        texts.add(text);
        numbers.put(text, texts.size() - 1);
        return texts.size() - 1;
    }

    /** Of the drilldown by year; {@link #ABSENT} where no line is of the year, so that nothing is found under it. */
    int numberOfYear(int year) {
        return numbers.getOrDefault(Integer.toString(year), ABSENT);
    }

    /** Of the drilldown by year. */
    int year(int number) {
        return ((Cell.Key.Year) key(number)).year();
    }

    String text(int number) {
        return texts.get(number);
    }

    /** All keys that were seen, but not {@link #OTHERS}. */
    List<String> seen() {
        return texts.subList(1, texts.size());
    }

    /** As an answer shows it. */
    Cell.Key key(int number) {
        if (number >= shown.length) {
            shown = Arrays.copyOf(shown, texts.size());
        }
        if (shown[number] == null) {
            shown[number] = toShow(number);
        }
        return shown[number];
    }

    private Cell.Key toShow(int number) {
        if (number == OTHERS) {
            return new Cell.Key.Member(drilldown.key(), null, Wording.OTHERS.in(language));
        }
        String text = texts.get(number);
        return drilldown instanceof Drilldown.ByYear
                ? new Cell.Key.Year(drilldown.key(), Integer.parseInt(text))
                : new Cell.Key.Member(drilldown.key(), text, label(text));
    }

    /** By number its place among all, in the list's order. */
    int[] ranks(boolean descending) {
        return ranks(drilldown.order(members), descending);
    }

    /** By number its place among all by its label, by which several may be in one place. */
    int[] ranksByLabel(boolean descending) {
        Map<String, String> plain = new HashMap<>();
        seen().forEach(text -> plain.put(text, plain(label(text))));
        return ranks(Comparator.comparing((String text) -> plain.get(text)).thenComparing(this::label), descending);
    }

    /** What the list does not have comes behind what it has, and the others behind all, whichever the direction. */
    private int[] ranks(Comparator<String> order, boolean descending) {
        List<String> listed = new ArrayList<>();
        List<String> unlisted = new ArrayList<>();
        seen().forEach(text -> (isListed(text) ? listed : unlisted).add(text));
        listed.sort(descending ? order.reversed() : order);
        unlisted.sort(Comparator.naturalOrder());
        int[] ranks = new int[texts.size()];
        int rank = 0;
        for (int place = 0; place < listed.size(); place++) {
            if (place > 0 && order.compare(listed.get(place - 1), listed.get(place)) != 0) {
                rank++;
            }
            ranks[numbers.get(listed.get(place))] = rank;
        }
        for (String text : unlisted) {
            ranks[numbers.get(text)] = ++rank;
        }
        ranks[OTHERS] = rank + 1;
        return ranks;
    }

    private boolean isListed(String text) {
        if (drilldown instanceof Drilldown.ByLevel level) {
            return members.list(level.dimension()).find(text).isPresent();
        }
        return !(drilldown instanceof Drilldown.ByGroup) || !text.equals(Grouping.NO_GROUP);
    }

    private String label(String text) {
        if (drilldown instanceof Drilldown.ByLevel level) {
            return members.label(level.dimension(), text, language);
        }
        if (drilldown instanceof Drilldown.ByGroup group) {
            return members.grouping(group.dimension(), group.hierarchy())
                    .orElseThrow()
                    .label(text, language);
        }
        return text;
    }

    /** Readers look for Åland under A. */
    private static String plain(String label) {
        return ACCENTS.matcher(Normalizer.normalize(label, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
