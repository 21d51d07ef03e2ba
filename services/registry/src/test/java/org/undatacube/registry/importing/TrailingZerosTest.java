package org.undatacube.registry.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

class TrailingZerosTest {
    private static final CodeList UNKNOWN = list(List.of());

    private final Findings findings = new Findings();

    @Test
    void theNameTellsWhichCodeIsMeant() {
        CodeList list = list(List.of("8.1", "8.2", "8.10"));

        assertEquals(
                List.of("8.10", "8.1", "8.2", "8.10"),
                restore(list, row("8.1", name("8.10")), row("8.1", name("8.1")), row("8.2", ""), row("8.10", "")));
        assertEquals(
                List.of("2 warn code 8.1: This is the name of 8.10: a spreadsheet has taken away the last zero. It is"
                        + " imported as 8.10. -> 8.10"),
                Reports.of(findings));
    }

    @Test
    void whereNoNameIsKnownThePlaceTellsIt() {
        assertEquals(
                List.of("8.1", "8.9", "8.10", "8.a"),
                restore(UNKNOWN, row("8.1", "one"), row("8.9", "nine"), row("8.1", "ten"), row("8.a", "a")));
        assertEquals(
                List.of("4 warn code 8.1: 8.1 came before, and this row follows 8.9: a spreadsheet has taken away the"
                        + " last zero. It is imported as 8.10. -> 8.10"),
                Reports.of(findings));
    }

    @Test
    void whatCannotBeToldIsRefused() {
        restore(UNKNOWN, row("8.9", "nine"), row("8.1", "one or ten"));

        assertEquals(
                List.of(
                        "3 reject code 8.1: After 8.9 this may be 8.10 without its last zero, or 8.1 out of order. Write"
                                + " the column as text, and 8.1 before 8.9. -> 8.10"),
                Reports.of(findings));
    }

    @Test
    void whatIsNoDecimalStaysAsItIs() {
        assertEquals(
                List.of("R09", "R1", "9.9", "10.1", "8", "5.a", "17.19", "17.2.3"),
                restore(
                        UNKNOWN,
                        row("R09", ""),
                        row("R1", ""),
                        row("9.9", ""),
                        row("10.1", ""),
                        row("8", ""),
                        row("5.a", ""),
                        row("17.19", ""),
                        row("17.2.3", "")));
        assertEquals(List.of(), findings.all());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyLostZeroIsGivenBackInOrder(int seed) {
        List<String> codes = codes(new Random(seed));

        assertEquals(codes, restore(UNKNOWN, damaged(codes, code -> "a name that nobody knows")));
        assertEquals(0, findings.count(Severity.REJECT));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyLostZeroIsGivenBackByNameInAnyOrder(int seed) {
        List<String> codes = new ArrayList<>(codes(new Random(seed)));
        CodeList list = list(codes);
        Collections.shuffle(codes, new Random(seed));

        assertEquals(codes, restore(list, damaged(codes, TrailingZerosTest::name)));
        assertEquals(0, findings.count(Severity.REJECT));
        assertEquals(codes.stream().filter(code -> code.endsWith("0")).count(), findings.count(Severity.WARN));
    }

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    /** Targets of some goals, up to 29 in each, as a list has them. */
    private static List<String> codes(Random random) {
        List<String> codes = new ArrayList<>();
        int goals = 1 + random.nextInt(5);
        for (int goal = 1; goal <= goals; goal++) {
            codes.add(String.valueOf(goal));
            int targets = 1 + random.nextInt(29);
            for (int target = 1; target <= targets; target++) {
                codes.add(goal + "." + target);
            }
            if (random.nextBoolean()) {
                codes.add(goal + ".a");
            }
        }
        return codes;
    }

    private static String[][] damaged(List<String> codes, UnaryOperator<String> name) {
        return codes.stream()
                .map(code -> row(code.contains(".") ? code.replaceFirst("0$", "") : code, name.apply(code)))
                .toArray(String[][]::new);
    }

    private List<String> restore(CodeList list, String[]... rows) {
        TrailingZeros zeros = new TrailingZeros(list, findings);
        List<String> restored = new ArrayList<>();
        for (int line = 0; line < rows.length; line++) {
            CsvTable.Row row = new CsvTable.Row(line + 2L, Map.of("code", 0, "name", 1), List.of(rows[line]), 0);
            restored.add(zeros.restore(row, "code", rows[line][1]));
        }
        return restored;
    }

    private static String[] row(String code, String name) {
        return new String[] {code, name};
    }

    /** Names of different codes have few words in common. */
    private static String name(String code) {
        return "the target one%1$s two%1$s three%1$s".formatted(code.replace(".", "x"));
    }

    private static CodeList list(List<String> codes) {
        return new CodeList(
                "sdgs",
                "Goals",
                "1.0.0",
                List.of("target"),
                codes.stream()
                        .map(code -> new Code(
                                code,
                                "target",
                                null,
                                Map.of("en", name(code)),
                                Map.of(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                Map.of()))
                        .toList());
    }
}
