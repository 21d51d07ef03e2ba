package org.undatacube.registry.coderequest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.undatacube.http.Problem;

/**
 * Which requests are asked for, the newest first.
 *
 * @param cursor the last request of the page before, or empty for the first page
 */
record RequestSearch(Optional<RequestStatus> status, Optional<String> cursor, int limit) {
    private static final int LARGEST_PAGE = 200;
    private static final String STATUS = """
            (select s.status from StoredStep s where s.key.request = r.id
                and s.key.number = (select max(t.key.number) from StoredStep t where t.key.request = r.id))""";

    /** Some of the requests, and where the next ones start. */
    record Page(List<StoredRequest> requests, Optional<UUID> next) {}

    /** @throws Problem (400) naming the parameter, the value and what would be right */
    static RequestSearch of(String status, String cursor, String limit) {
        return new RequestSearch(
                Optional.ofNullable(status).map(RequestSearch::status), Optional.ofNullable(cursor), limit(limit));
    }

    /** Empty for what has not the form of an identifier. */
    static Optional<UUID> id(String text) {
        // UUID.fromString takes more than the canonical form
        return Optional.of(text)
                .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString);
    }

    /** @param entity whose requests; empty for everybody's */
    Page find(Optional<String> entity, Optional<StoredRequest> before) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        entity.ifPresent(whose -> {
            conditions.add("r.entity = :entity");
            parameters.put("entity", whose);
        });
        status.ifPresent(wanted -> {
            conditions.add(STATUS + " = :status");
            parameters.put("status", wanted);
        });
        before.ifPresent(last -> {
            conditions.add("(r.askedAt < :askedAt or r.askedAt = :askedAt and r.id < :id)");
            parameters.put("askedAt", last.askedAt);
            parameters.put("id", last.id);
        });
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        String query = "from StoredRequest r" + where + " order by r.askedAt desc, r.id desc";
        // one more than asked for tells whether there is a next page
        List<StoredRequest> found = StoredRequest.<StoredRequest>find(query, parameters)
                .range(0, limit)
                .list();
        return found.size() <= limit
                ? new Page(found, Optional.empty())
                : new Page(found.subList(0, limit), Optional.of(found.get(limit - 1).id));
    }

    private static RequestStatus status(String raw) {
        return RequestStatus.find(raw)
                .orElseThrow(() -> Problem.invalidParameter(
                        "status", raw, raw + " is not a status of requests.", RequestStatus.codes()));
    }

    private static int limit(String raw) {
        if (!raw.matches("[0-9]{1,3}") || Integer.parseInt(raw) < 1 || Integer.parseInt(raw) > LARGEST_PAGE) {
            throw Problem.invalidParameter(
                    "limit", raw, raw + " is not the size of a page.", "a whole number from 1 to " + LARGEST_PAGE);
        }
        return Integer.parseInt(raw);
    }
}
