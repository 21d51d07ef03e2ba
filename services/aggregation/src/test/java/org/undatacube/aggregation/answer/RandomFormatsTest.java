package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.aggregation.Seeds;
import org.undatacube.aggregation.answer.oracle.Material;
import org.undatacube.aggregation.answer.oracle.RandomQuestion;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.duckdb.DuckDbEngine;
import org.undatacube.aggregation.export.AnswerWriter;
import org.undatacube.aggregation.export.Decoded;
import org.undatacube.aggregation.export.FlatJson;
import org.undatacube.aggregation.export.Format;
import org.undatacube.aggregation.export.Style;
import org.undatacube.aggregation.published.TestStore;
import org.undatacube.http.Language;

/** Every format of a random answer, read by the format's own library, has the cells of its JSON. */
class RandomFormatsTest {
    private static final int CUBES = 10;
    private static final int QUESTIONS = 30;
    private static final ObjectMapper MAPPER =
            new ObjectMapper().findAndRegisterModules().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final AnswerWriter WRITER = new AnswerWriter(MAPPER, Path.of("target/written"));

    @TempDir
    Path folder;

    static LongStream seeds() {
        return Seeds.of(CUBES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hasTheSameCellsInEveryFormat(long seed) throws IOException {
        Random random = new Random(seed);
        RandomCube cube = new RandomCube(random);
        Material material = new Material(cube.lists, cube.hierarchies, cube.changes, cube.lines);
        try (Engine engine = DuckDbEngine.open(new TestStore(folder))) {
            Service service = new Service(cube, engine);
            for (int number = 0; number < QUESTIONS; number++) {
                RandomQuestion question = new RandomQuestion(material, random);
                String where = "seed " + seed + ", question " + number + " " + question.parameters();
                service.inquire(question.cube(), Service.asText(question.parameters()), inquiry -> {
                    check(inquiry, where);
                    return null;
                });
            }
        }
    }

    private static void check(Inquiry inquiry, String where) {
        try {
            Answer answer = inquiry.answer();
            byte[] json = WRITER.write(answer, Format.JSON);
            JsonNode written = MAPPER.readTree(json);
            List<Map<String, String>> expected = FlatJson.rows(written);
            assertEquals(expected, Decoded.csv(WRITER.write(answer, Format.CSV)), where);
            assertEquals(expected, Decoded.columnar(WRITER.write(answer, Format.COLUMNAR)), where);
            assertEquals(expected, Decoded.xlsx(WRITER.write(answer, Format.XLSX)), where);
            assertEquals(expected, Decoded.parquet(WRITER.write(answer, Format.PARQUET)), where);
            assertEquals(expected, Decoded.arrow(WRITER.write(answer, Format.ARROW)), where);
            assertEquals(FlatJson.cells(written), ndjson(answer, written), where);
            assertEquals(FlatJson.places(written), Decoded.jsonStat(WRITER.write(answer, Format.JSON_STAT)), where);
            if (inquiry.isStreamable()) {
                ByteArrayOutputStream streamed = new ByteArrayOutputStream();
                WRITER.write(inquiry.streamed(Language.ENGLISH), Style.of(Format.JSON), streamed);
                assertEquals(
                        new String(json, StandardCharsets.UTF_8), streamed.toString(StandardCharsets.UTF_8), where);
                assertArrayEquals(json, streamed.toByteArray(), where);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(where, e);
        } catch (SQLException e) {
            throw new IllegalStateException(where, e);
        }
    }

    /** Rows of a table are flat there, so of those it is the rows. */
    private static List<JsonNode> ndjson(Answer answer, JsonNode json) throws IOException {
        String text = new String(WRITER.write(answer, Format.NDJSON), StandardCharsets.UTF_8);
        List<JsonNode> lines = text.lines().map(RandomFormatsTest::parsed).toList();
        return json.has("cells") ? lines : FlatJson.unflattened(json, lines);
    }

    private static JsonNode parsed(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
