package org.undatacube.registry.resolving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.http.Language;
import org.undatacube.registry.Folding;
import org.undatacube.registry.codelist.Wording;

/** Shipped names with random mistakes in them: what is found is what a search of every name, letter by letter, finds. */
class MisspellingTest {
    private static final int SAMPLES = 120;

    @ParameterizedTest
    @CsvSource({
        "locations, 1",
        "locations, 2",
        "locations, 4",
        "contributors, 1",
        "contributors, 3",
        "sdgs, 2",
        "entities, 2"
    })
    void findsWhatASearchOfAllNamesFinds(String list, int mistakes) throws IOException {
        CodeList codes = shipped(list);
        SpellingIndex index = new SpellingIndex(codes);
        Map<String, List<String>> spellings = spellings(codes);
        Random random = new Random(mistakes);

        for (int sample = 0; sample < SAMPLES; sample++) {
            String letters = misspelt(random, spellings, mistakes);

            Misspelling found = Misspelling.of(letters, null, index);

            Map<String, Integer> expected = nearest(letters, spellings);
            assertEquals(
                    expected,
                    found.nearest().stream()
                            .collect(Collectors.toMap(
                                    alike -> alike.spelling().code().code(), Misspelling.Alike::wrong)),
                    letters);
            assertEquals(isClear(letters, expected) && hasSameDigits(letters, found), found.isClear(), letters);
        }
    }

    @ParameterizedTest
    @CsvSource({"locations", "contributors", "entities"})
    void oneWrongLetterInALongNameIsMostlyForgivenAndNeverTakenForAnother(String list) throws IOException {
        CodeList codes = shipped(list);
        Resolver resolver = new Resolver(new SpellingIndex(codes), null, new Wording(Language.ENGLISH));
        Random random = new Random(7);
        List<Code> all = codes.codes();
        int right = 0;
        int asked = 0;

        while (asked < SAMPLES) {
            Code code = all.get(random.nextInt(all.size()));
            String name = code.englishLabel();
            if (name.length() > 8) {
                Resolution resolution = resolver.resolve(new Question(mistake(random, name), null));
                asked++;
                assertTrue(
                        resolution.code() == null || resolution.code().equals(code.code()),
                        code.code() + ": " + resolution);
                right += resolution.code() == null ? 0 : 1;
            }
        }

        assertTrue(right > SAMPLES * 8 / 10, right + " of " + SAMPLES);
    }

    private static boolean isClear(String letters, Map<String, Integer> nearest) {
        List<Integer> distances = nearest.values().stream().sorted().toList();
        return !distances.isEmpty()
                && distances.get(0) <= Math.min(letters.length() / 5, 4)
                && (distances.size() == 1 || distances.get(1) >= distances.get(0) + 2);
    }

    private static boolean hasSameDigits(String letters, Misspelling found) {
        return digits(letters).equals(digits(found.nearest().get(0).letters()));
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    /** Of every code that is near enough, how many letters its nearest spelling is away. */
    private static Map<String, Integer> nearest(String letters, Map<String, List<String>> spellings) {
        int farthest =
                letters.length() <= 2 ? letters.length() - 1 : 1 + Math.max(1, Math.min(letters.length() / 5, 4));
        Map<String, Integer> nearest = new HashMap<>();
        spellings.forEach((code, texts) -> texts.stream()
                .filter(text -> sharesAPair(text, letters))
                .mapToInt(text -> distance(text, letters))
                .filter(distance -> distance <= farthest)
                .min()
                .ifPresent(distance -> nearest.put(code, distance)));
        return nearest;
    }

    // only words of up to five letters can be near without
    private static boolean sharesAPair(String one, String other) {
        if (Math.max(one.length(), other.length()) > 5) {
            return true;
        }
        String edged = "^" + one + "$";
        String text = "^" + other + "$";
        return Stream.iterate(0, place -> place < edged.length() - 1, place -> place + 1)
                .anyMatch(place -> text.contains(edged.substring(place, place + 2)));
    }

    private static int distance(String left, String right) {
        int[][] distance = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    distance[i][j] = i + j;
                    continue;
                }
                int exchanged = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                distance[i][j] = Math.min(
                        Math.min(distance[i - 1][j], distance[i][j - 1]) + 1, distance[i - 1][j - 1] + exchanged);
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    distance[i][j] = Math.min(distance[i][j], distance[i - 2][j - 2] + 1);
                }
            }
        }
        return distance[left.length()][right.length()];
    }

    private static String misspelt(Random random, Map<String, List<String>> spellings, int mistakes) {
        List<String> codes = List.copyOf(spellings.keySet());
        List<String> texts = spellings.get(codes.get(random.nextInt(codes.size())));
        String misspelt = texts.get(random.nextInt(texts.size()));
        for (int mistake = 0; mistake < mistakes; mistake++) {
            misspelt = mistake(random, misspelt);
        }
        return Folding.lettersAndDigits(misspelt);
    }

    /** A letter put in, left out, exchanged for another or swapped with its neighbour. */
    private static String mistake(Random random, String text) {
        if (text.length() < 2) {
            return text;
        }
        StringBuilder changed = new StringBuilder(text);
        int place = random.nextInt(text.length() - 1);
        char other = text.charAt(random.nextInt(text.length()));
        switch (random.nextInt(4)) {
            case 0 -> changed.insert(place, other);
            case 1 -> changed.deleteCharAt(place);
            case 2 -> changed.setCharAt(place, other);
            default -> changed.insert(place, changed.charAt(place + 1)).deleteCharAt(place + 2);
        }
        return changed.toString();
    }

    private static Map<String, List<String>> spellings(CodeList list) {
        Map<String, List<String>> spellings = new TreeMap<>();
        list.codes()
                .forEach(code -> Spelling.of(code)
                        .map(spelling -> Folding.lettersAndDigits(spelling.text()))
                        .filter(letters -> !letters.isEmpty())
                        .forEach(letters -> spellings
                                .computeIfAbsent(code.code(), unseen -> new ArrayList<>())
                                .add(letters)));
        return spellings;
    }

    private static CodeList shipped(String list) throws IOException {
        try (InputStream file = MisspellingTest.class.getResourceAsStream("/reference/" + list + ".csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new String(file.readAllBytes(), StandardCharsets.UTF_8))) {
            List<Code> codes = rows.stream().map(MisspellingTest::code).toList();
            return new CodeList(list, list, "1.0.0", List.of("any"), codes);
        }
    }

    private static Code code(NamedCsvRecord row) {
        Map<String, String> labels = Language.codes().stream()
                .filter(language -> !row.getField("label_" + language).isEmpty())
                .collect(Collectors.toMap(language -> language, language -> row.getField("label_" + language)));
        return new Code(
                row.getField("code"), "any", null, labels, Map.of(), null, null, null, null, null, List.of(), Map.of());
    }
}
