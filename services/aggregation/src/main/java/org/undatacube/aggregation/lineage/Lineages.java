package org.undatacube.aggregation.lineage;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.undatacube.aggregation.answer.Answering;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.ask.Asker;
import org.undatacube.aggregation.ask.QueryText;
import org.undatacube.aggregation.coverage.Tenure;
import org.undatacube.aggregation.query.CellReader;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Language;
import org.undatacube.http.Problem;

/** Answers requests for lineages, page by page. */
@Singleton
class Lineages {
    private static final int USUAL = 100;
    private static final int MOST = 10_000;
    private static final List<String> PARAMETERS = Stream.concat(
                    ParameterNames.OF_THE_LINES.stream(),
                    Stream.of(ParameterNames.LIMIT, ParameterNames.OFFSET, ParameterNames.LANGUAGE))
            .toList();

    private final Asker asker;
    private final Answering answering;

    Lineages(Asker asker, Answering answering) {
        this.asker = asker;
        this.answering = answering;
    }

    /**
     * A request that has come.
     *
     * @param limit how many things the page has at most
     */
    record Asked(
            Flow cube, HttpServerRequest request, Parameters parameters, int limit, int offset, Language language) {

        /** @param further parameters that may be given as well */
        static Asked of(Flow cube, HttpServerRequest request, List<String> further) {
            Parameters parameters = QueryText.parameters(
                    request,
                    Stream.concat(PARAMETERS.stream(), further.stream()).toList());
            return new Asked(
                    cube,
                    request,
                    parameters,
                    parameters.wholeNumber(ParameterNames.LIMIT, 1, MOST).orElse(USUAL),
                    parameters
                            .wholeNumber(ParameterNames.OFFSET, 0, Integer.MAX_VALUE - MOST)
                            .orElse(0),
                    parameters
                            .word(ParameterNames.LANGUAGE, Language.codes())
                            .flatMap(Language::find)
                            .or(() -> Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
                            .orElse(Language.ENGLISH));
        }

        /** Where the next page is; null on the last one. */
        String next(long count) {
            return offset + (long) limit < count
                    ? QueryText.with(request, ParameterNames.OFFSET, offset + limit)
                    : null;
        }
    }

    /** @throws Problem where a parameter is wrong */
    Lineage trace(Asked asked) {
        return asker.ask(asked.request(), (snapshot, patience) -> {
            Inquiry inquiry = answering.inquire(snapshot, asked.cube(), asked.parameters(), patience);
            CellReader cell = new CellReader(inquiry.question(), inquiry.members(), asked.parameters());
            Lineage lineage = new Tracing(inquiry, cell.keys()).trace(asked.offset(), asked.limit(), asked.language());
            if (lineage.submissions().isEmpty()) {
                cell.requireListed();
            }
            return lineage.withNext(asked.next(lineage.cell().sum().lines()));
        });
    }

    /** @throws Problem where a parameter is wrong, or no such submission was published */
    FedCells feed(Asked asked, String submission) {
        return asker.ask(asked.request(), (snapshot, patience) -> {
            Tenure tenure = id(submission)
                    .flatMap(id -> snapshot.catalogue().tenure(asked.cube(), id))
                    .orElseThrow(() -> Problem.notFound("No submission " + submission + " of "
                            + asked.cube().code() + " was ever published."));
            Inquiry inquiry = answering.inquire(snapshot, asked.cube(), asked.parameters(), patience);
            FedCells cells = new Feeding(inquiry, tenure).feed(asked.offset(), asked.limit(), asked.language());
            return cells.withNext(asked.next(cells.cellCount()));
        });
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
