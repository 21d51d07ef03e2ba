package org.undatacube.registry.coderequest;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a request stands. */
public enum RequestStatus {
    /** Asked, and not yet decided. */
    REQUESTED,
    /** The code is in the list. */
    GRANTED,
    REFUSED,
    /** Taken back by the entity that asked. */
    WITHDRAWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RequestStatus> find(String code) {
        return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
    }

    static List<String> codes() {
        return Stream.of(values()).map(RequestStatus::code).toList();
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<RequestStatus, String> {
        @Override
        public String convertToDatabaseColumn(RequestStatus status) {
            return status == null ? null : status.code();
        }

        @Override
        public RequestStatus convertToEntityAttribute(String code) {
            return code == null ? null : find(code).orElseThrow();
        }
    }
}
