package org.undatacube.aggregation.ask;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.answer.Estimate;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.answer.StreamedAnswer;
import org.undatacube.aggregation.engine.Admission;
import org.undatacube.aggregation.engine.AdmissionConfig;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.export.AnswerWriter;
import org.undatacube.aggregation.export.Coding;
import org.undatacube.aggregation.preparation.Preparation;
import org.undatacube.aggregation.preparation.Preparations;
import org.undatacube.http.Problem;

/**
 * Answers that have more cells than are kept: sent while they are added up where each cell follows from its own lines,
 * else made while nobody waits; and where neither can be done, what would be smaller.
 */
@Singleton
class LargeResponses {
    private static final int SPLITS_NAMED = 20;

    private final Engine engine;
    private final CellLimit cells;
    private final AnswerWriter writer;
    private final Preparations preparations;
    private final LargeAnswersConfig config;
    private final Admission streams;

    LargeResponses(
            Engine engine,
            CellLimit cells,
            AnswerWriter writer,
            Preparations preparations,
            LargeAnswersConfig config,
            AdmissionConfig admission) {
        this.engine = engine;
        this.cells = cells;
        this.writer = writer;
        this.preparations = preparations;
        this.config = config;
        this.streams = new Admission(config.atOnce(), admission.longestWait());
    }

    /** Whether it would take a good part of all the room that there is for cells. */
    boolean isTooLargeToKeep(Inquiry inquiry) {
        int most = cells.most() / 2;
        return inquiry.isStreamable()
                && inquiry.canHaveMoreThan(most)
                && inquiry.estimate().cells() > most;
    }

    boolean canStream(Inquiry inquiry, Wanted wanted) {
        return inquiry.isStreamable() && wanted.style().format().isStreamed();
    }

    /** The connection is broken off where the answer cannot be ended, for its reader could not tell otherwise. */
    StreamingOutput stream(Inquiry inquiry, Wanted wanted, HttpServerRequest request) {
        return out -> {
            try (CellLimit.Held held = cells.begin()) {
                Patience patience = new Patience(config.timeLimit(), held);
                request.response().closeHandler(closed -> patience.cancel());
                if (request.response().closed()) {
                    patience.cancel();
                }
                streams.run(patience, () -> {
                    write(inquiry, wanted, patience, out, written -> {});
                    return null;
                });
            } catch (RuntimeException e) {
                if (request.response().headWritten()) {
                    request.response().reset();
                }
                throw e;
            }
        };
    }

    /** How many answers are being sent as they are added up. */
    int streams() {
        return streams.running();
    }

    private void write(Inquiry inquiry, Wanted wanted, Patience patience, OutputStream out, LongConsumer told) {
        engine.read(snapshot -> {
            Inquiry later = inquiry.later(snapshot, patience, Integer.MAX_VALUE);
            try (OutputStream coded = wanted.coding().encoding(new Flushed(out))) {
                writer.write(counted(answer(later, wanted), told), wanted.style(), coded);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
    }

    private static StreamedAnswer answer(Inquiry inquiry, Wanted wanted) {
        return inquiry.isStreamable()
                ? inquiry.streamed(wanted.style().language())
                : StreamedAnswer.of(inquiry.answer(wanted.style().language()));
    }

    private static StreamedAnswer counted(StreamedAnswer answer, LongConsumer told) {
        return new StreamedAnswer(answer.frame(), reader -> {
            long[] count = {0};
            answer.cells().read(cell -> {
                reader.cell(cell);
                told.accept(++count[0]);
            });
        });
    }

    /** 202, and the answer is made meanwhile: without a content coding, so that parts of it can be read. */
    Response later(Inquiry inquiry, Wanted asked) {
        Wanted wanted = new Wanted(asked.style(), Coding.IDENTITY);
        Preparation begun = preparations.begin(
                new Preparation.Order(
                        inquiry.question().cube(),
                        inquiry.question().canonical(),
                        inquiry.edition().number(),
                        wanted.style().format().code(),
                        inquiry.estimate().cells(),
                        AnswerHeaders.of(inquiry, wanted)),
                (out, patience, told) -> write(inquiry, wanted, patience, out, told));
        return Response.status(Response.Status.ACCEPTED)
                .header(HttpHeaders.LOCATION, begun.address())
                .header(HttpHeaders.RETRY_AFTER, 1)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Preference-Applied", "respond-async")
                .type(MediaType.APPLICATION_JSON)
                .entity(begun.view())
                .build();
    }

    /**
     * What is done with a question whose answer can neither be kept nor sent as it is added up.
     *
     * @param problem what came of trying it
     * @throws Problem where nothing can be done
     */
    Supplier<Response> beyond(Inquiry inquiry, Wanted wanted, Optional<Problem> problem) {
        Estimate estimate = inquiry.estimate();
        if (inquiry.isStreamable() || estimate.cells() <= cells.most()) {
            return () -> later(inquiry, wanted);
        }
        throw problem.orElseGet(() -> new Problem(
                        AggregationProblem.TOO_MANY_CELLS, "The answer has more cells than are given at once."))
                .with("estimate", estimate)
                .with("split", split(inquiry));
    }

    /** Cuts that make as many smaller questions of the one. */
    private static List<String> split(Inquiry inquiry) {
        return new TreeSet<>(inquiry.choice().entitiesByYear().keySet())
                .stream().limit(SPLITS_NAMED).map(year -> "year:" + year).toList();
    }

    /** What is told to its end is not closed, for that is the framework's. */
    private static final class Flushed extends OutputStream {
        private final OutputStream out;

        Flushed(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
