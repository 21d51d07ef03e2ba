package org.undatacube.aggregation.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.undatacube.aggregation.answer.Answer;

/** What a file of Parquet or Arrow says of an answer beside its table: texts by name, JSON where they have parts. */
final class FileMetadata {
    private FileMetadata() {}

    static Map<String, String> of(Answer answer, ObjectMapper mapper) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("cube", answer.cube().code());
        metadata.put("edition", Long.toString(answer.edition()));
        if (answer.publishedAt() != null) {
            metadata.put("publishedAt", answer.publishedAt().toString());
        }
        try {
            metadata.put("question", mapper.writeValueAsString(answer.question()));
            metadata.put("coverage", mapper.writeValueAsString(answer.coverage()));
            metadata.put("notes", mapper.writeValueAsString(answer.notes()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return metadata;
    }
}
