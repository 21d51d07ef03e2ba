package org.undatacube.loader.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A request that the suite refused, with its problem document (RFC 9457). */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int FINDINGS_SHOWN = 10;

    private static final int UNPROCESSABLE = 422;
    /** The gateway's and the services' ways to say that somebody does not answer at present. */
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);

    private final int status;
    private final transient JsonNode document;
    private final transient SubmissionBody body;

    /** @param body the submission that was refused, or null where the request was another */
    Refusal(int status, JsonNode document, SubmissionBody body) {
        super(headline(status, document, body));
        this.status = status;
        this.document = document;
        this.body = body;
    }

    /** Whether the submission's content is at fault, and not the key, the address or the suite. */
    boolean isAboutTheContent() {
        return status == UNPROCESSABLE;
    }

    /** Whether the same request can succeed in a moment. */
    boolean isPassing() {
        return PASSING.contains(status) || document.path("type").asText("").endsWith("/idempotency-conflict");
    }

    /** For the person at the terminal: what was refused, why, in which rows, and what would be right. */
    public String readable() {
        StringBuilder text = new StringBuilder(getMessage());
        JsonNode findings = document.path("findings");
        for (int index = 0; index < Math.min(findings.size(), FINDINGS_SHOWN); index++) {
            text.append(System.lineSeparator()).append("    ").append(readable(findings.get(index)));
        }
        if (findings.size() > FINDINGS_SHOWN) {
            text.append(System.lineSeparator())
                    .append("    … and ")
                    .append(findings.size() - FINDINGS_SHOWN)
                    .append(" more");
        }
        if (document.has("expected")) {
            text.append(System.lineSeparator()).append("    expected: ").append(words(document.get("expected")));
        }
        if (document.has("errorId")) {
            text.append(System.lineSeparator())
                    .append("    error id: ")
                    .append(document.get("errorId").asText());
        }
        return text.toString();
    }

    private String readable(JsonNode finding) {
        StringBuilder text = new StringBuilder();
        if (finding.hasNonNull("row")) {
            long row = finding.get("row").asLong();
            text.append("row ").append(body == null ? row : body.fileRow(row)).append(", ");
        }
        text.append(finding.path("field").asText("")).append(": ");
        text.append(finding.path("message").asText());
        if (finding.hasNonNull("expected")) {
            text.append(" Expected: ").append(words(finding.get("expected")));
        }
        return text.toString();
    }

    private static String headline(int status, JsonNode document, SubmissionBody body) {
        String title = document.path("title").asText("The suite answered with status " + status);
        String detail = document.path("detail").asText("");
        String subject = body == null ? "" : body.name() + ": ";
        return subject + title + " (" + status + ")" + (detail.isEmpty() ? "" : ". " + detail);
    }

    private static String words(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> words = new ArrayList<>();
        value.forEach(word -> words.add(word.asText()));
        return String.join(", ", words);
    }
}
