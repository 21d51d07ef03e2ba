package org.undatacube.aggregation.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.StreamedAnswer;
import org.undatacube.aggregation.engine.EngineConfig;

/** Writes answers in every form. */
@ApplicationScoped
public class AnswerWriter {
    private static final String FOLDER = "written";

    private final Map<Format, AnswerForm> forms = new EnumMap<>(Format.class);

    @Inject
    AnswerWriter(ObjectMapper mapper, EngineConfig config) {
        this(mapper, config.store().resolve(FOLDER));
    }

    /** @param folder for what is written on its way, which is made where it is not there */
    public AnswerWriter(ObjectMapper mapper, Path folder) {
        ObjectWriter json = mapper.writer();
        for (Format format : Format.values()) {
            forms.put(format, form(format, mapper, json, folder));
        }
    }

    private static AnswerForm form(Format format, ObjectMapper mapper, ObjectWriter json, Path folder) {
        return switch (format) {
            case JSON -> new AnswerJson(json);
            case CSV -> new AnswerCsv();
            case NDJSON -> new AnswerNdjson(mapper.getFactory());
            case COLUMNAR -> new AnswerColumns(json);
            case JSON_STAT -> new AnswerJsonStat(json);
            case XLSX -> new AnswerXlsx(mapper);
            case PARQUET -> new AnswerParquet(mapper, folder);
            case ARROW -> new AnswerArrow(mapper);
        };
    }

    /** A whole answer, with codes and English labels. */
    public byte[] write(Answer answer, Format format) {
        return write(answer, Style.of(format));
    }

    /** A whole answer, whose labels are in the style's language. */
    public byte[] write(Answer answer, Style style) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(StreamedAnswer.of(answer), style, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What is written is complete where this returns; the stream stays open. */
    public void write(StreamedAnswer answer, Style style, OutputStream out) throws IOException {
        forms.get(style.format()).write(answer, style, out);
    }
}
