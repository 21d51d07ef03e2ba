package org.undatacube.contributions.audit;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Something that was done, not yet in the trail.
 *
 * @param details text and whole numbers by name; what is null is left out
 */
public record AuditEvent(Action action, Subject subject, Map<String, Object> details) {

    /** What it was done to; null for what does not apply. */
    public record Subject(UUID submission, String entity, Integer year, String flow) {}

    public AuditEvent {
        details = new TreeMap<>(details);
        details.values().removeIf(Objects::isNull);
    }

    public static AuditEvent of(Action action, Subject subject) {
        return new AuditEvent(action, subject, Map.of());
    }

    /** The same with one more detail; nothing where it is null. */
    public AuditEvent with(String name, Object detail) {
        if (detail == null) {
            return this;
        }
        Map<String, Object> more = new TreeMap<>(details);
        more.put(name, detail instanceof Number ? detail : detail.toString());
        return new AuditEvent(action, subject, more);
    }
}
