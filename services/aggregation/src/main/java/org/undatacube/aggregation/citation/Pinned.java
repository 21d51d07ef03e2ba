package org.undatacube.aggregation.citation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.undatacube.aggregation.answer.Answering;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.query.JsonQuestion;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.codelists.Flow;

/**
 * A question that is asked of one edition for ever.
 *
 * @param question JSON in the one spelling that equal questions share, with its edition
 */
record Pinned(Flow cube, String question, Edition edition) {
    /** @param json writes the properties in the order in which they are */
    static Pinned of(Inquiry inquiry, ObjectMapper json) {
        ObjectNode question = json.valueToTree(inquiry.question().canonical());
        if (inquiry.withGaps()) {
            question.put(ParameterNames.GAPS, true);
        }
        question.put(ParameterNames.EDITION, inquiry.edition().number());
        try {
            return new Pinned(inquiry.question().cube(), json.writeValueAsString(question), inquiry.edition());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Parameters parameters() {
        return parameters(question);
    }

    static Parameters parameters(String question) {
        return JsonQuestion.read(question.getBytes(StandardCharsets.UTF_8), Answering.PARAMETERS);
    }

    /** The same for equal questions of one edition; the time too, for after the suite was reset the numbers begin again. */
    String key() {
        return HexFormat.of().formatHex(hash());
    }

    /** All that an id can be made of. */
    String longestId() {
        return Crockford.encode(hash());
    }

    private byte[] hash() {
        return Hashes.sha256(cube.code() + "\n" + question + "\n" + edition.number() + "@" + edition.publishedAt());
    }
}
