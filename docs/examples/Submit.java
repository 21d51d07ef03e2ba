import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Submits a table of lines (CSV or XLSX) and certifies what was submitted; see guide-agency.md. JDK 17 alone.
 *
 * <pre>
 * java Submit.java submit FILE ENTITY YEAR FLOW CONTROL_TOTAL     with the preparer's key in DATACUBE_KEY
 * java Submit.java certify SUBMISSION CONTROL_TOTAL               with the certifier's
 * </pre>
 *
 * The suite is at DATACUBE (http://127.0.0.1:8080). A run that was broken off is gone on with by starting it again.
 */
class Submit {
    private static final URI ADDRESS = URI.create(System.getenv().getOrDefault("DATACUBE", "http://127.0.0.1:8080"));
    private static final String KEY = System.getenv("DATACUBE_KEY");
    private static final int PIECE_BYTES = 8 * 1024 * 1024;
    private static final int ATTEMPTS = 8;
    private static final Set<Integer> LATER = Set.of(408, 429, 500, 502, 503, 504);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** What is said to the user; the program ends with status 1. */
    private static final class Refusal extends RuntimeException {
        Refusal(String message) {
            super(message);
        }
    }

    /** How much of an upload is safe. */
    private record Position(long offset, boolean complete) {}

    /** An upload, and the key by which all requests about it are done once. */
    private record Upload(String digest, String key, String id) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            switch (arguments.length == 0 ? "" : arguments[0]) {
                case "submit" -> submit(Path.of(arguments[1]), arguments[2], arguments[3], arguments[4], arguments[5]);
                case "certify" -> certify(arguments[1], new BigDecimal(arguments[2]));
                default ->
                    throw new Refusal("Submit.java submit FILE ENTITY YEAR FLOW CONTROL_TOTAL\n"
                            + "Submit.java certify SUBMISSION CONTROL_TOTAL");
            }
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        } catch (NoSuchFileException missing) {
            System.err.println("no file " + missing.getMessage());
            System.exit(1);
        }
    }

    private static void submit(Path file, String entity, String year, String flow, String controlTotal)
            throws IOException, InterruptedException {
        // what is known of the upload stands beside the file, so that the next run goes on where this one ends
        Path notes = Path.of(file + ".upload");
        Upload upload = begin(file, notes);
        send(file, upload.id());
        String question = "upload=" + upload.id() + "&entity=" + encoded(entity) + "&year=" + year + "&flow=" + flow
                + "&controlTotal=" + controlTotal;
        HttpResponse<String> answer = resultOf(patiently(request("/api/v1/submissions?" + question)
                .header("Idempotency-Key", upload.key())
                .POST(BodyPublishers.noBody())));
        if (answer.statusCode() == 422) {
            showFindings(member(answer.body(), "report"));
            throw new Refusal("refused, nothing is stored: mend the file and start again");
        }
        String submission = require(answer, 201).body();
        Files.delete(notes);
        showFindings(member(submission, "findingsHref"));
        System.out.println(member(submission, "status") + ": " + entity + " " + year + " " + flow + ", "
                + member(submission, "controlTotal") + " USD");
        System.out.println(member(submission, "id"));
    }

    private static Upload begin(Path file, Path notes) throws IOException, InterruptedException {
        String digest = sha256(file);
        if (Files.exists(notes)) {
            List<String> known = Files.readAllLines(notes);
            Upload upload = new Upload(known.get(0), known.get(1), known.get(2));
            if (upload.digest().equals(digest) && position(upload.id()).isPresent()) {
                return upload;
            }
        }
        String key = UUID.randomUUID().toString();
        HttpResponse<String> begun = patiently(request("/api/v1/uploads")
                .header("Content-Type", mediaType(file))
                .header("Upload-Complete", "?0")
                .header("Idempotency-Key", key + "-upload")
                .POST(BodyPublishers.noBody()));
        Upload upload = new Upload(digest, key, member(require(begun, 201).body(), "id"));
        Files.write(notes, List.of(upload.digest(), upload.key(), upload.id()));
        return upload;
    }

    private static void send(Path file, String upload) throws IOException, InterruptedException {
        Position position = position(upload).orElseThrow();
        System.out.println(Files.size(file) + " bytes to upload, from byte " + position.offset());
        try (SeekableByteChannel content = Files.newByteChannel(file)) {
            while (!position.complete()) {
                long offset = position.offset();
                byte[] piece = new byte[(int) Math.min(PIECE_BYTES, content.size() - offset)];
                ByteBuffer buffer = ByteBuffer.wrap(piece);
                content.position(offset);
                while (buffer.hasRemaining() && content.read(buffer) >= 0) {}
                boolean isLast = offset + piece.length == content.size();
                // may it fail: the position says what arrived
                patiently(request("/api/v1/uploads/" + upload)
                        .header("Content-Type", "application/partial-upload")
                        .header("Upload-Offset", Long.toString(offset))
                        .header("Upload-Complete", isLast ? "?1" : "?0")
                        .method("PATCH", BodyPublishers.ofByteArray(piece)));
                position = position(upload).orElseThrow();
                if (position.offset() == offset && !position.complete()) {
                    throw new Refusal("the upload does not get beyond byte " + offset);
                }
            }
        }
    }

    /** Empty where the upload is gone. */
    private static Optional<Position> position(String upload) throws IOException, InterruptedException {
        BodyPublisher nothing = BodyPublishers.noBody();
        HttpResponse<String> answer =
                patiently(request("/api/v1/uploads/" + upload).method("HEAD", nothing));
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        require(answer, 200, 204);
        return Optional.of(new Position(
                Long.parseLong(header(answer, "Upload-Offset")),
                header(answer, "Upload-Complete").equals("?1")));
    }

    /** Large files are judged while nobody waits: then the answer is a job, which has the result in the end. */
    private static HttpResponse<String> resultOf(HttpResponse<String> answer) throws IOException, InterruptedException {
        if (answer.statusCode() != 202) {
            return answer;
        }
        while (true) {
            String job =
                    require(patiently(request(header(answer, "Location"))), 200).body();
            if (job.contains("\"resultHref\"")) {
                return patiently(request(member(job, "resultHref")));
            }
            if (!Set.of("queued", "running").contains(member(job, "state"))) {
                throw new Refusal("the job ended: " + job);
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** All of them as CSV: rule, row, field, value, what is wrong and what would be right. */
    private static void showFindings(String address) throws IOException, InterruptedException {
        HttpResponse<String> findings = patiently(request(address).header("Accept", "text/csv"));
        String table = require(findings, 200).body();
        if (table.lines().count() > 1) {
            System.out.print(table);
        }
    }

    private static void certify(String submission, BigDecimal controlTotal) throws IOException, InterruptedException {
        String path = "/api/v1/submissions/" + submission;
        HttpResponse<String> answer = require(patiently(request(path)), 200);
        showFindings(member(answer.body(), "findingsHref"));
        String stated = member(answer.body(), "controlTotal");
        if (new BigDecimal(stated).compareTo(controlTotal) != 0) {
            throw new Refusal("the submission says " + stated + ", not " + controlTotal);
        }
        // the tag holds this person to what was just seen: where it was changed meanwhile the answer is 412
        String tag = header(answer, "ETag");
        HttpResponse<String> certified = patiently(request(path + "/certification")
                .header("If-Match", tag)
                .header("Idempotency-Key", "certify-" + submission + "-" + tag.replace("\"", ""))
                .POST(BodyPublishers.noBody()));
        String seen = require(certified, 200).body();
        System.out.println(member(seen, "status") + ": content hash " + member(seen, "contentHash"));
    }

    private static HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(ADDRESS.resolve(target))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + KEY);
    }

    /** Sends it again until it is answered. Only for what may arrive twice: reads, and what has an Idempotency-Key. */
    private static HttpResponse<String> patiently(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long seconds = 1L << attempt;
            try {
                HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
                boolean isBeingAnswered =
                        answer.statusCode() == 409 && answer.body().contains("/idempotency-conflict\"");
                if (!LATER.contains(answer.statusCode()) && !isBeingAnswered) {
                    return answer;
                }
                seconds = answer.headers().firstValueAsLong("Retry-After").orElse(seconds);
            } catch (IOException failure) {
                System.err.println("no answer: " + failure);
            }
            TimeUnit.SECONDS.sleep(seconds);
        }
        throw new Refusal(ADDRESS + " does not answer; start again later");
    }

    private static HttpResponse<String> require(HttpResponse<String> answer, Integer... wanted) {
        if (!Set.of(wanted).contains(answer.statusCode())) {
            throw new Refusal(answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    /** The first text of this name in JSON. Where your program has a library for JSON, use that. */
    private static String member(String json, String name) {
        Matcher found = Pattern.compile('"' + name + "\":\"([^\"\\\\]*)\"").matcher(json);
        if (!found.find()) {
            throw new Refusal("no " + name + " in " + json);
        }
        return found.group(1);
    }

    private static String mediaType(Path file) {
        return file.toString().endsWith(".xlsx")
                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : "text/csv";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream content =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
