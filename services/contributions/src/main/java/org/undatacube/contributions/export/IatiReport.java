package org.undatacube.contributions.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.Preference;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.SubmissionView;
import org.undatacube.http.Problem;

/**
 * What a submission says in terms of IATI: one activity for the entity's year and flow, from one of its breakdowns, as
 * several would count every dollar more than once.
 *
 * @param breakdown the one that a question for goals and places, or contributors, would be answered from
 */
record IatiReport(
        SubmissionView submission,
        IatiOrganisation reporting,
        PublishedBreakdown breakdown,
        CodeList sdgs,
        CodeList locations,
        CodeList contributors) {
    private static final Preference PREFERENCE = new Preference(BigDecimal.ONE);
    private static final List<DimensionSet> FIT_FOR_EXPENSE = List.of(
            DimensionSet.of(Dimension.SDG, Dimension.LOCATION),
            DimensionSet.of(Dimension.SDG),
            DimensionSet.of(Dimension.LOCATION),
            DimensionSet.of());
    private static final List<DimensionSet> FIT_FOR_REVENUE =
            List.of(DimensionSet.of(Dimension.CONTRIBUTOR), DimensionSet.of());

    /** The code lists that a report is written with. */
    record Lists(CodeList entities, CodeList sdgs, CodeList locations, CodeList contributors) {
        /** Changes when one of them does. */
        String version() {
            return Stream.of(entities, sdgs, locations, contributors)
                    .map(CodeList::version)
                    .collect(Collectors.joining("-"));
        }
    }

    /** @throws Problem (409) where there are no lines, or IATI knows no identifier for the entity */
    static IatiReport of(SubmissionView submission, Lists lists) {
        Optional<IatiOrganisation> reporting = lists.entities()
                .find(submission.entity())
                .flatMap(entity -> IatiOrganisation.ofEntity(entity, lists.entities()));
        if (reporting.isEmpty()) {
            throw new Problem(
                            ContributionProblem.NOT_FOR_IATI,
                            "The registry has no IATI identifier for " + submission.entity() + ".")
                    .with("entity", submission.entity());
        }
        PublishedBreakdown breakdown = choose(submission)
                .orElseThrow(() -> new Problem(ContributionProblem.NOT_FOR_IATI, "The submission has no lines yet.")
                        .with("submission", submission.id()));
        return new IatiReport(
                submission, reporting.get(), breakdown, lists.sdgs(), lists.locations(), lists.contributors());
    }

    boolean isRevenue() {
        return submission.flow() == Flow.REVENUE;
    }

    /** The same for every submission of the entity's year and flow: a restatement takes the place of what it restates. */
    String identifier() {
        return reporting.identifier() + "-UNDATACUBE-" + submission.entity().replaceAll("[^A-Za-z0-9]+", "-") + "-"
                + submission.year() + "-" + submission.flow().code().toUpperCase(Locale.ROOT);
    }

    String title() {
        return reporting.name() + ": " + submission.flow().code() + " " + submission.year();
    }

    String description() {
        String dimensions =
                breakdown.dimensions().inOrder().stream().map(Dimension::code).collect(Collectors.joining(", "));
        return "As reported under the Data Standards for United Nations System-Wide Reporting of Financial Data, added up"
                + " from " + breakdown.lines() + " lines of the breakdown by "
                + (dimensions.isEmpty() ? "no dimension" : dimensions) + " (one of "
                + submission.breakdowns().size() + " of the same money, which are not added together)."
                + (submission.contentHash() == null
                        ? " Not certified."
                        : " SHA-256 of the certified submission: " + submission.contentHash() + ".");
    }

    Instant updatedAt() {
        return Optional.ofNullable(submission.certifiedAt()).orElse(submission.createdAt());
    }

    LocalDate firstDay() {
        return LocalDate.of(submission.year(), Month.JANUARY, 1);
    }

    LocalDate lastDay() {
        return LocalDate.of(submission.year(), Month.DECEMBER, 31);
    }

    /** The year's figures stand at its end, or on the day of the report if that was before: never in the future. */
    LocalDate valueDate() {
        LocalDate reported = LocalDate.ofInstant(submission.createdAt(), ZoneOffset.UTC);
        return reported.isBefore(lastDay()) ? reported : lastDay();
    }

    boolean isOver() {
        return valueDate().equals(lastDay());
    }

    /** Empty for a contributor that the list does not have. */
    Optional<IatiOrganisation> contributor(String code) {
        Optional<Code> found = Optional.ofNullable(code).flatMap(contributors::find);
        return found.map(contributor -> IatiOrganisation.ofContributor(contributor, contributors));
    }

    private static Optional<PublishedBreakdown> choose(SubmissionView submission) {
        List<PublishedBreakdown> breakdowns = submission.breakdowns().stream()
                .map(breakdown -> new PublishedBreakdown(
                        breakdown.id(),
                        breakdown.dimensions(),
                        breakdown.lines(),
                        breakdown.total().value(),
                        false))
                .toList();
        Amount controlTotal = Optional.ofNullable(submission.controlTotal()).orElse(Amount.ZERO);
        Publication publication = new Publication(
                submission.id(),
                submission.entity(),
                submission.year(),
                submission.flow(),
                controlTotal.value(),
                breakdowns);
        List<DimensionSet> fit = submission.flow() == Flow.REVENUE ? FIT_FOR_REVENUE : FIT_FOR_EXPENSE;
        return fit.stream()
                .flatMap(dimensions -> PREFERENCE.best(publication, dimensions).stream())
                .findFirst();
    }
}
