package org.undatacube.registry.codelist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.undatacube.codelists.Code;
import org.undatacube.registry.Fingerprint;

/** SHA-256 of what is said, the same for the same content whenever and wherever it is said. */
@Singleton
class ContentHash {
    private final ObjectMapper json;

    ContentHash(ObjectMapper json) {
        this.json = json;
    }

    String of(Code code) {
        return hash(code);
    }

    String of(CodeListView view) {
        return hash(view.withVersion(""));
    }

    private String hash(Object content) {
        try {
            return Fingerprint.of(json.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
