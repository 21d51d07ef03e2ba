package org.undatacube.contributions.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where a submission stands in its life. */
public enum Status {
    /** Judged, stored, and seen only by those who act for its entity. */
    VALIDATED,
    /** At least one of its breakdowns is in force. */
    PUBLISHED,
    /** It was published, and later editions replaced all of it. */
    SUPERSEDED;

    /** What anybody may read. */
    static final Set<Status> PUBLIC = Set.of(PUBLISHED, SUPERSEDED);

    public boolean isPublic() {
        return PUBLIC.contains(this);
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Status> find(String code) {
        return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<Status, String> {
        @Override
        public String convertToDatabaseColumn(Status status) {
            return status == null ? null : status.code();
        }

        @Override
        public Status convertToEntityAttribute(String code) {
            return code == null ? null : find(code).orElseThrow();
        }
    }
}
