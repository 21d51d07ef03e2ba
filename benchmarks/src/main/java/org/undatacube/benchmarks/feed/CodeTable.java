package org.undatacube.benchmarks.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Registry;

/** The codes of a dimension by number: their place in the list. */
public final class CodeTable {
    private final Dimension dimension;
    private final CodeList list;
    private final List<Code> codes;
    private final List<byte[]> rendered;
    private final List<Integer> byFrequency;

    private CodeTable(Dimension dimension, CodeList list) {
        this.dimension = dimension;
        this.list = list;
        this.codes = list.codes();
        this.rendered = codes.stream().map(code -> render(code.code())).toList();
        this.byFrequency = byFrequency();
    }

    /** From the registry. */
    public static Map<Dimension, CodeTable> all(URI address) {
        Registry registry = new Registry(address, Duration.ofHours(1), Clock.systemUTC());
        Map<Dimension, CodeTable> tables = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            tables.put(dimension, new CodeTable(dimension, registry.codeList(dimension)));
        }
        return tables;
    }

    public List<String> levels() {
        return list.levels();
    }

    public int size() {
        return codes.size();
    }

    /** Under which member of a level a code is shown. */
    public String member(int number, String level) {
        return list.memberAt(codes.get(number), level).code();
    }

    public boolean standsOn(String code, String level) {
        return list.find(code).orElseThrow().level().equals(level);
    }

    /** The code as a field of CSV. */
    byte[] rendered(int number) {
        return rendered.get(number);
    }

    /** What may be reported in a year, the most frequent first. */
    List<Integer> reportedIn(int year) {
        return byFrequency.stream()
                .filter(number -> codes.get(number).isValidIn(year))
                .toList();
    }

    /** The numbers of a code and those below it that may be reported in a year. */
    List<Integer> partsOf(String code, int year) {
        return reportedIn(year).stream()
                .filter(number -> list.path(codes.get(number)).stream()
                        .anyMatch(step -> step.code().equals(code)))
                .toList();
    }

    /** Codes on a level that may be reported in all these years. */
    List<String> onLevel(String level, int first, int last) {
        return codes.stream()
                .filter(code -> code.level().equals(level) && code.isValidIn(first) && code.isValidIn(last))
                .map(Code::code)
                .toList();
    }

    /** Most lines are coded as finely as can be, but few with a single fund. */
    private List<Integer> byFrequency() {
        List<Integer> numbers = new ArrayList<>();
        Set<String> parents = new HashSet<>();
        for (int number = 0; number < codes.size(); number++) {
            numbers.add(number);
            codes.get(number).parentCode().ifPresent(parents::add);
        }
        Collections.shuffle(numbers, new Random(dimension.code().hashCode()));
        Comparator<Integer> order = dimension == Dimension.INSTRUMENT
                ? Comparator.comparing(
                        number -> levels().indexOf(codes.get(number).level()))
                : Comparator.comparing(
                        number -> parents.contains(codes.get(number).code()));
        numbers.sort(order);
        return List.copyOf(numbers);
    }

    private static byte[] render(String code) {
        if (code.contains(",") || code.contains("\"")) {
            throw new IllegalArgumentException("The code " + code + " would have to be quoted");
        }
        return code.getBytes(StandardCharsets.UTF_8);
    }
}
