package org.undatacube.aggregation.citation;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.Answering;
import org.undatacube.aggregation.ask.Asker;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.export.AnswerWriter;
import org.undatacube.aggregation.export.Format;
import org.undatacube.aggregation.following.FeedFollower;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * Gives cited answers again. An answer is figured anew each time and must have the hash that was cited: only so is it
 * known that the figures can still be told from what is published.
 */
@Singleton
class CitedAnswers {
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int LEAST_OF_THE_SERVICE = 500;

    private final Asker asker;
    private final Answering answering;
    private final AnswerWriter writer;
    private final FeedFollower follower;

    CitedAnswers(Asker asker, Answering answering, AnswerWriter writer, FeedFollower follower) {
        this.asker = asker;
        this.answering = answering;
        this.writer = writer;
        this.follower = follower;
    }

    /** A cited answer in one of its forms. */
    static final class Given {
        private final byte[] bytes;
        private final Problem insteadOf;

        private Given(byte[] bytes, Problem insteadOf) {
            this.bytes = bytes;
            this.insteadOf = insteadOf;
        }

        byte[] bytes() {
            return bytes;
        }

        /** Why it could not be figured, where it is what was kept. */
        Optional<Problem> insteadOf() {
            return Optional.ofNullable(insteadOf);
        }
    }

    /** @throws Problem where the answer cannot be given as it was cited */
    Given give(Citation citation, Format format, HttpServerRequest request) {
        try {
            return new Given(
                    asker.ask(request, (snapshot, patience) -> figured(citation, format, snapshot, patience)), null);
        } catch (Problem problem) {
            if (problem.type() == AggregationProblem.CANCELLED) {
                throw problem;
            }
            return citation.content()
                    .kept()
                    .filter(kept -> format == Format.JSON)
                    .map(kept -> new Given(kept, problem))
                    .orElseThrow(() -> problem.with("kept", citation.content().isKept()));
        }
    }

    private byte[] figured(Citation citation, Format format, Snapshot snapshot, Patience patience) {
        requireEdition(citation, snapshot);
        Answer answer;
        try {
            answer = answering
                    .inquire(
                            snapshot,
                            citation.subject().cube(),
                            Pinned.parameters(citation.subject().question()),
                            patience)
                    .answer();
        } catch (Problem problem) {
            throw problem.type().status() < LEAST_OF_THE_SERVICE && problem.type() != AggregationProblem.CANCELLED
                    ? unreadable(citation, problem)
                    : problem;
        }
        byte[] bytes = writer.write(answer, Format.JSON);
        String hash = Hashes.hex(bytes);
        if (!hash.equals(citation.content().hash())) {
            throw changed(citation, hash);
        }
        return format == Format.JSON ? bytes : writer.write(answer, format);
    }

    private void requireEdition(Citation citation, Snapshot snapshot) {
        Citation.Subject cited = citation.subject();
        Optional<Edition> present = snapshot.catalogue().edition(cited.edition());
        if (present.map(Edition::publishedAt).equals(Optional.of(cited.publishedAt()))) {
            return;
        }
        if (present.isEmpty() && follower.progress().pulledAt().isEmpty()) {
            throw new Problem(
                            CommonProblem.UNAVAILABLE,
                            "The cubes are being filled and have not come to edition " + cited.edition()
                                    + " yet; try again.")
                    .with("retryAfter", RETRY_AFTER_SECONDS);
        }
        throw new Problem(
                        AggregationProblem.CITED_EDITION_GONE,
                        "Edition " + cited.edition() + " of " + cited.publishedAt() + " is not in the suite any more: "
                                + present.map(other ->
                                                "its edition " + other.number() + " is of " + other.publishedAt() + ".")
                                        .orElseGet(() -> "the last one is "
                                                + snapshot.catalogue().current().number() + "."))
                .with("citedEdition", edition(cited.edition(), cited.publishedAt()))
                .with("presentEdition", present.map(CitedAnswers::edition).orElse(null))
                .with("citedHash", citation.content().hash());
    }

    private static Problem changed(Citation citation, String hash) {
        Citation.Subject cited = citation.subject();
        return new Problem(
                        AggregationProblem.CITED_ANSWER_CHANGED,
                        "Edition " + cited.edition() + " is here, but what is answered to the question is not what was"
                                + " cited from version " + citation.serviceVersion() + " of this service.")
                .with("citedHash", citation.content().hash())
                .with("presentHash", hash)
                .with("citedEdition", edition(cited.edition(), cited.publishedAt()))
                .with("presentEdition", edition(cited.edition(), cited.publishedAt()));
    }

    private static Problem unreadable(Citation citation, Problem problem) {
        Citation.Subject cited = citation.subject();
        return new Problem(
                        AggregationProblem.CITED_ANSWER_CHANGED,
                        "Edition " + cited.edition() + " is here, but the question is not answered any more: "
                                + problem.getMessage(),
                        problem)
                .with("citedHash", citation.content().hash())
                .with("citedEdition", edition(cited.edition(), cited.publishedAt()))
                .with("presentEdition", edition(cited.edition(), cited.publishedAt()));
    }

    private static Map<String, Object> edition(Edition edition) {
        return edition(edition.number(), edition.publishedAt());
    }

    private static Map<String, Object> edition(long number, Object publishedAt) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("edition", number);
        members.put("publishedAt", publishedAt);
        return members;
    }
}
