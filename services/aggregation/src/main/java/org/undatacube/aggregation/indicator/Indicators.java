package org.undatacube.aggregation.indicator;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.undatacube.codelists.NearestSpellings;
import org.undatacube.http.Problem;

/** All indicators, as {@code indicators.json} defines them. */
@Singleton
class Indicators {
    private static final String FILE = "/indicators.json";
    private static final int SUGGESTIONS = 3;
    /** A longer text is nobody's slip of the pen. */
    private static final int LONGEST_ID = 60;

    private final List<Indicator> all;
    private final String version;

    /** @throws IllegalStateException where a definition contradicts itself */
    Indicators() {
        byte[] file = file();
        try {
            all = List.of(JsonMapper.builder().build().readValue(file, Indicator[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        version = UUID.nameUUIDFromBytes(file).toString();
        Set<String> ids = new HashSet<>();
        for (Indicator indicator : all) {
            if (!ids.add(indicator.id()) || !isSound(indicator)) {
                throw new IllegalStateException(FILE + ": " + indicator.id());
            }
        }
    }

    private static boolean isSound(Indicator indicator) {
        boolean isComputable = indicator.numerator() != null;
        boolean isRatio = indicator.denominator() != null;
        return isComputable == (indicator.obstacle() == null)
                && isRatio == (indicator.uncovered() != null)
                && (!isRatio || isComputable)
                && (!isRatio
                        || indicator.numerator().cube()
                                == indicator.denominator().cube());
    }

    private static byte[] file() {
        try (InputStream file = Indicators.class.getResourceAsStream(FILE)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Indicator> all() {
        return all;
    }

    /** Changes whenever a definition does. */
    String version() {
        return version;
    }

    /** @throws Problem (404) where there is no such indicator */
    Indicator require(String id) {
        Optional<Indicator> known =
                all.stream().filter(indicator -> indicator.id().equals(id)).findFirst();
        return known.orElseThrow(() -> {
            List<String> right = all.stream().map(Indicator::id).toList();
            List<String> nearest = id.length() > LONGEST_ID ? List.of() : NearestSpellings.find(right, id, SUGGESTIONS);
            String question = nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
            return Problem.notFound("There is no indicator of this name." + question)
                    .with("value", id)
                    .with("expected", right)
                    .with("nearest", nearest.isEmpty() ? null : nearest);
        });
    }
}
