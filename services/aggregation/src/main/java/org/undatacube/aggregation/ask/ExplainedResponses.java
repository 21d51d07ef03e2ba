package org.undatacube.aggregation.ask;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.explanation.Explanation;
import org.undatacube.aggregation.explanation.RecordingSnapshot;
import org.undatacube.aggregation.export.AnswerWriter;
import org.undatacube.aggregation.export.Format;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.aggregation.query.QuestionReader;
import org.undatacube.http.Problem;

/** Answers that say how they came about. None of them is kept, and each is made anew. */
@Singleton
class ExplainedResponses {
    private final AnswerWriter writer;
    private final ObjectMapper mapper;

    ExplainedResponses(AnswerWriter writer, ObjectMapper mapper) {
        this.writer = writer;
        this.mapper = mapper;
    }

    /** @throws Problem where an explanation is asked for in a form that has no room for it */
    static boolean isAskedFor(Parameters parameters, Wanted wanted) {
        boolean explained = parameters.yesOrNo(ParameterNames.EXPLAIN).orElse(false);
        Format format = wanted.style().format();
        if (explained && format != Format.JSON) {
            throw parameters.wrong(
                    ParameterNames.EXPLAIN,
                    "An explanation is given with JSON alone; the answer was asked for as " + format.code() + ".",
                    "format=json");
        }
        return explained;
    }

    /** @param cached whether the same question would have been answered from the cache */
    Response answer(Inquiry inquiry, Wanted wanted, boolean cached) {
        RecordingSnapshot recording = new RecordingSnapshot(inquiry.snapshot());
        Inquiry recorded = inquiry.later(recording, inquiry.patience(), QuestionReader.MOST_CELLS);
        byte[] answer = writer.write(recorded.answer(wanted.style().language()), wanted.style());
        Response.ResponseBuilder response =
                Response.ok(wanted.coding().encode(with(Explanation.of(recorded, recording, cached), answer)));
        for (Map.Entry<String, String> header :
                AnswerHeaders.of(inquiry, wanted).entrySet()) {
            response.header(header.getKey(), header.getValue());
        }
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Datacube-Edition", inquiry.edition().number())
                .build();
    }

    private byte[] with(Explanation explanation, byte[] answer) {
        try {
            ObjectNode document = (ObjectNode) mapper.readTree(answer);
            document.set("explanation", mapper.valueToTree(explanation));
            return mapper.writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
