package org.undatacube.contributions.submission;

import io.quarkus.panache.common.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

/**
 * Which submissions are asked for, newest first.
 *
 * @param before the last submission of the page before, or empty for the first page
 */
record SubmissionSearch(
        Optional<String> entity,
        Optional<Integer> year,
        Optional<Flow> flow,
        Optional<Status> status,
        Optional<UUID> before,
        int limit) {

    /** What the caller may see beside what is public. */
    sealed interface Sight {
        record Everything() implements Sight {}

        record Of(String entity) implements Sight {}

        record PublicOnly() implements Sight {}
    }

    /** Some of the answers, and where the next ones start. */
    record Page(List<Submission> submissions, Optional<UUID> next) {}

    Page find(Sight sight) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        entity.ifPresent(value -> require("entity", value, conditions, parameters));
        year.ifPresent(value -> require("year", value, conditions, parameters));
        flow.ifPresent(value -> require("flow", value, conditions, parameters));
        status.ifPresent(value -> require("status", value, conditions, parameters));
        limitToSight(sight, conditions, parameters);
        before.ifPresent(id -> {
            Submission last = Submission.<Submission>findByIdOptional(id)
                    .orElseThrow(() -> Problem.invalidParameter(
                            "cursor", id, "This is not a cursor of this list.", "the next of the page before"));
            conditions.add("(createdAt < :createdAt or createdAt = :createdAt and id < :id)");
            parameters.put("createdAt", last.createdAt);
            parameters.put("id", last.id);
        });
        Sort newestFirst = Sort.descending("createdAt", "id");
        String query = conditions.isEmpty() ? "true" : String.join(" and ", conditions);
        // one more than asked for tells whether there is a next page
        List<Submission> found = Submission.<Submission>find(query, newestFirst, parameters)
                .range(0, limit)
                .list();
        return found.size() <= limit
                ? new Page(found, Optional.empty())
                : new Page(found.subList(0, limit), Optional.of(found.get(limit - 1).id));
    }

    private static void require(String field, Object value, List<String> conditions, Map<String, Object> parameters) {
        conditions.add(field + " = :" + field);
        parameters.put(field, value);
    }

    private static void limitToSight(Sight sight, List<String> conditions, Map<String, Object> parameters) {
        if (sight instanceof Sight.Everything) {
            return;
        }
        parameters.put("public", Status.PUBLIC);
        if (sight instanceof Sight.Of own) {
            conditions.add("(status in :public or entity = :own)");
            parameters.put("own", own.entity());
        } else {
            conditions.add("status in :public");
        }
    }
}
