package org.undatacube.contributions.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a submission stands in its life, and where it can go from there. */
public enum Status {
    /** Being prepared: its lines are good, but it was not judged as a whole. */
    DRAFT,
    /** Judged as a whole; waits for a certifier. */
    VALIDATED,
    /** Another person than its preparers answers for it; it does not change any more. */
    CERTIFIED,
    /** At least one of its breakdowns is in force. */
    PUBLISHED,
    /** Given back to its preparers with comments. */
    RETURNED,
    /** Taken back by those who sent it. */
    WITHDRAWN,
    /** It was published, and later editions replaced all of it. */
    SUPERSEDED;

    /** What anybody may read. */
    static final Set<Status> PUBLIC = Set.of(PUBLISHED, SUPERSEDED);

    /** As problems and the documentation list them. */
    static final String CHOICES = Stream.of(values()).map(Status::code).collect(Collectors.joining(", "));

    public boolean isPublic() {
        return PUBLIC.contains(this);
    }

    /** Whether its lines and what it says about itself may be changed. */
    public boolean isOpen() {
        return this == DRAFT || this == RETURNED;
    }

    /** What it can become next; the database holds the same table. */
    public Set<Status> next() {
        return switch (this) {
            case DRAFT, RETURNED -> EnumSet.of(VALIDATED, WITHDRAWN);
            case VALIDATED -> EnumSet.of(CERTIFIED, RETURNED, WITHDRAWN);
            case CERTIFIED -> EnumSet.of(PUBLISHED, RETURNED, WITHDRAWN);
            case PUBLISHED -> EnumSet.of(SUPERSEDED);
            case WITHDRAWN, SUPERSEDED -> EnumSet.noneOf(Status.class);
        };
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
