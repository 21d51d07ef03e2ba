package org.undatacube.contributions.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step of the trail, as it is stored and shown. Its hash is made of all its other members. */
@Schema(name = "AuditStep")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditStep(
        @Schema(description = "From 1, without gaps", examples = "17")
        long position,

        Instant at,
        @Schema(description = "The key that did it") String actor,
        @Schema(examples = "certified") String action,
        UUID submission,
        @Schema(examples = "UNDP") String entity,
        @Schema(examples = "2024") Integer year,
        @Schema(examples = "expense") String flow,
        Map<String, Object> details,

        @Schema(description = "The hash of the step before; 64 zeros for the first")
        String previous,

        @Schema(description = "SHA-256 of the canonical JSON of all other members")
        String hash) {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    /** The step that follows in the trail. */
    static AuditStep following(long last, String lastHash, Instant at, String actor, AuditEvent event) {
        AuditEvent.Subject subject = event.subject();
        AuditStep unsealed = new AuditStep(
                last + 1,
                at,
                actor,
                event.action().code(),
                subject.submission(),
                subject.entity(),
                subject.year(),
                subject.flow(),
                event.details(),
                lastHash,
                null);
        return unsealed.sealed(unsealed.computedHash());
    }

    static AuditStep of(ResultSet row) throws SQLException {
        try {
            return new AuditStep(
                    row.getLong("position"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getObject("submission", UUID.class),
                    row.getString("entity"),
                    row.getObject("year", Integer.class),
                    row.getString("flow"),
                    JSON.readValue(row.getString("details"), DETAILS),
                    row.getString("previous_hash"),
                    row.getString("hash"));
        } catch (JsonProcessingException e) {
            throw new SQLException("The details of a step are not an object", e);
        }
    }

    /** What its hash should be. */
    String computedHash() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("position", position);
        members.put("at", at.toString());
        members.put("actor", actor);
        members.put("action", action);
        members.put("submission", submission == null ? null : submission.toString());
        members.put("entity", entity);
        members.put("year", year);
        members.put("flow", flow);
        members.put("details", details);
        members.put("previous", previous);
        return HexFormat.of().formatHex(CanonicalJson.sha256().digest(CanonicalJson.bytes(members)));
    }

    private AuditStep sealed(String withHash) {
        return new AuditStep(position, at, actor, action, submission, entity, year, flow, details, previous, withHash);
    }
}
