package org.undatacube.aggregation.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.undatacube.aggregation.answer.Answer;

/** Writes answers in every form. */
@ApplicationScoped
public class AnswerWriter {
    private final AnswerJson json;

    AnswerWriter(AnswerJson json) {
        this.json = json;
    }

    public byte[] write(Answer answer, Format format) {
        return switch (format) {
            case JSON -> json(answer);
            case CSV -> AnswerCsv.write(answer).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] json(Answer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            json.write(answer, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
