package org.undatacube.aggregation.sdmx;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.undatacube.aggregation.coverage.Edition;

/**
 * How a query is answered.
 *
 * @param parts the questions to be asked
 * @param edition the one that is meant
 * @param lastChange the one that last changed anything of the entities and years that are meant
 * @param spans which editions are compared where changes are wanted; otherwise none
 * @param fingerprint equal where the data are equal
 */
record Plan(
        DataQuery query,
        Parts parts,
        Questions questions,
        Identifiers identifiers,
        Edition edition,
        Edition lastChange,
        List<Span> spans,
        String fingerprint) {

    /** Two editions, of which the second changed something. */
    record Span(Edition before, Edition after) {}

    /** Those in which there is anything. Each is found when the one before has been gone through. */
    Iterator<DataSet> dataSets() {
        Iterator<Supplier<DataSet>> possible = possible().iterator();
        return new Lookahead<>() {
            @Override
            DataSet find() {
                while (possible.hasNext()) {
                    DataSet found = possible.next().get();
                    if (found.series().hasNext()) {
                        return found;
                    }
                }
                return null;
            }
        };
    }

    private Stream<Supplier<DataSet>> possible() {
        if (!query.isOfChanges()) {
            return Stream.of(() -> new DataSet(
                    DataSet.Action.INFORMATION, null, null, series(part -> new PartSeries(questions, part, edition))));
        }
        return spans.stream().flatMap(span -> Stream.of(() -> replaced(span), () -> deleted(span)));
    }

    private DataSet replaced(Span span) {
        return new DataSet(
                DataSet.Action.REPLACE,
                span.after().publishedAt(),
                null,
                series(part -> changes(part).changed(span.before(), span.after())));
    }

    private DataSet deleted(Span span) {
        return new DataSet(
                DataSet.Action.DELETE,
                null,
                span.after().publishedAt(),
                series(part -> changes(part).deleted(span.before(), span.after())));
    }

    private Changes changes(Part part) {
        return new Changes(questions, part, query.content());
    }

    /** Of all parts, what is wanted of them. */
    private Iterator<Series> series(Function<Part, Iterator<Series>> ofPart) {
        SeriesFilter filter = new SeriesFilter(query, parts.keys(), questions.members(), identifiers);
        Iterator<Part> next = parts.all().iterator();
        return new Lookahead<>() {
            private Part part;
            private Iterator<Series> its = List.<Series>of().iterator();

            @Override
            Series find() {
                while (its.hasNext() || next.hasNext()) {
                    if (!its.hasNext()) {
                        part = next.next();
                        its = ofPart.apply(part);
                        continue;
                    }
                    Series wanted = filter.apply(its.next(), part.key())
                            .map(filter::ends)
                            .orElse(null);
                    if (wanted != null) {
                        return wanted;
                    }
                }
                return null;
            }
        };
    }
}
