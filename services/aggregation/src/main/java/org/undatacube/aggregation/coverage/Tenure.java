package org.undatacube.aggregation.coverage;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;

/**
 * In which editions a submission stands: those in which at least one of its breakdowns does.
 *
 * @param contentHash of the submission as it was certified; null where it was published without one
 * @param from the first of them
 * @param end the first edition after them; empty where it stands in the last
 */
public record Tenure(UUID submission, String entity, int year, String contentHash, long from, Optional<End> end) {

    /**
     * That it stands no more.
     *
     * @param by the submission that took the place of the last of it; empty where nothing did
     */
    public record End(long edition, Optional<UUID> by) {}

    /**
     * Empty where no breakdown was ever of the submission.
     *
     * @param versions all that was ever published of an entity's year and flow, oldest first
     */
    static Optional<Tenure> of(UUID submission, List<Standing.Published> versions) {
        Tenure tenure = null;
        for (Standing.Published version : versions) {
            Publication publication = version.publication();
            Optional<PublishedBreakdown> own = publication.breakdowns().stream()
                    .filter(breakdown ->
                            publication.sourceOf(breakdown).submission().equals(submission))
                    .findFirst();
            if (own.isPresent()) {
                tenure = new Tenure(
                        submission,
                        publication.entity(),
                        publication.year(),
                        publication.sourceOf(own.get()).contentHash(),
                        tenure == null ? version.edition() : tenure.from,
                        Optional.empty());
            } else if (tenure != null && tenure.end.isEmpty()) {
                tenure = tenure.until(version);
            }
        }
        return Optional.ofNullable(tenure);
    }

    private Tenure until(Standing.Published version) {
        Optional<UUID> by = Optional.of(version.publication())
                .filter(publication -> !publication.breakdowns().isEmpty())
                .map(Publication::submission);
        return new Tenure(submission, entity, year, contentHash, from, Optional.of(new End(version.edition(), by)));
    }

    public boolean includes(long edition) {
        return from <= edition && end.filter(its -> its.edition() <= edition).isEmpty();
    }
}
