package org.undatacube.contributions.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a submission takes the place of when it is published. */
public enum Replaces {
    /** All that is published for its entity, year and flow. */
    SUBMISSION,
    /** Only breakdowns with the same set of dimensions; the others are carried over. */
    BREAKDOWNS;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Replaces> find(String code) {
        return Stream.of(values())
                .filter(replaces -> replaces.code().equals(code))
                .findFirst();
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<Replaces, String> {
        @Override
        public String convertToDatabaseColumn(Replaces replaces) {
            return replaces == null ? null : replaces.code();
        }

        @Override
        public Replaces convertToEntityAttribute(String code) {
            return code == null ? null : find(code).orElseThrow();
        }
    }
}
