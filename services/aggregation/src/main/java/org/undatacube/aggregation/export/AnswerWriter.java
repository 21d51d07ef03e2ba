package org.undatacube.aggregation.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import org.undatacube.aggregation.answer.Answer;

/** Writes answers in every form. */
@ApplicationScoped
public class AnswerWriter {
    private final ObjectWriter json;

    public AnswerWriter(ObjectMapper json) {
        this.json = json.writer();
    }

    public byte[] write(Answer answer, Format format) {
        return switch (format) {
            case JSON -> AnswerJson.bytes(answer, json);
            case CSV -> AnswerCsv.bytes(answer);
        };
    }
}
