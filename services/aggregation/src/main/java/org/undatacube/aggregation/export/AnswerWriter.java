package org.undatacube.aggregation.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.undatacube.aggregation.answer.Answer;

/** Writes answers in every form. */
@ApplicationScoped
public class AnswerWriter {
    private final ObjectMapper json;

    AnswerWriter(ObjectMapper json) {
        this.json = json;
    }

    public byte[] write(Answer answer, Format format) {
        try {
            return switch (format) {
                case JSON -> json.writeValueAsBytes(answer);
                case CSV -> AnswerCsv.write(answer).getBytes(StandardCharsets.UTF_8);
            };
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
