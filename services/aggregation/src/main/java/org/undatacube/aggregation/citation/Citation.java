package org.undatacube.aggregation.citation;

import com.github.luben.zstd.Zstd;
import java.time.Instant;
import java.util.Optional;
import org.undatacube.codelists.Flow;

/** What was promised to stay as it is. */
final class Citation {
    private static final int ZSTD_LEVEL = 9;

    private final String id;
    private final Subject subject;
    private final Content content;
    private final Instant createdAt;
    private final String serviceVersion;

    /**
     * What is cited.
     *
     * @param question JSON with the edition
     * @param publishedAt of the edition
     */
    record Subject(String key, Flow cube, String question, long edition, Instant publishedAt) {
        static Subject of(Pinned pinned) {
            return new Subject(
                    pinned.key(),
                    pinned.cube(),
                    pinned.question(),
                    pinned.edition().number(),
                    pinned.edition().publishedAt());
        }
    }

    /** The answer, as far as it is known without the cubes. */
    static final class Content {
        private final String hash;
        private final long bytes;
        private final byte[] sources;
        private final byte[] kept;

        /**
         * @param sources as they are stored
         * @param kept as it is stored, or null
         */
        Content(String hash, long bytes, byte[] sources, byte[] kept) {
            this.hash = hash;
            this.bytes = bytes;
            this.sources = sources;
            this.kept = kept;
        }

        /** @param mostKept up to how many bytes the answer is kept */
        static Content of(byte[] answer, byte[] sources, long mostKept) {
            return new Content(
                    Hashes.hex(answer),
                    answer.length,
                    Zstd.compress(sources, ZSTD_LEVEL),
                    answer.length <= mostKept ? Zstd.compress(answer, ZSTD_LEVEL) : null);
        }

        /** SHA-256 of the answer as JSON, in hexadecimal digits. */
        String hash() {
            return hash;
        }

        /** How many the answer as JSON has. */
        long bytes() {
            return bytes;
        }

        byte[] storedSources() {
            return sources;
        }

        byte[] storedAnswer() {
            return kept;
        }

        /** JSON. */
        byte[] sources() {
            return plain(sources);
        }

        boolean isKept() {
            return kept != null;
        }

        /** The answer as JSON, where it is kept. */
        Optional<byte[]> kept() {
            return Optional.ofNullable(kept).map(Content::plain);
        }

        private static byte[] plain(byte[] compressed) {
            return Zstd.decompress(compressed, Math.toIntExact(Zstd.getFrameContentSize(compressed)));
        }
    }

    Citation(String id, Subject subject, Content content, Instant createdAt, String serviceVersion) {
        this.id = id;
        this.subject = subject;
        this.content = content;
        this.createdAt = createdAt;
        this.serviceVersion = serviceVersion;
    }

    Citation withId(String other) {
        return new Citation(other, subject, content, createdAt, serviceVersion);
    }

    String id() {
        return id;
    }

    /** Without the host. */
    String path() {
        return "/api/v1/citations/" + id;
    }

    Subject subject() {
        return subject;
    }

    Content content() {
        return content;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Which version of this service gave the answer. */
    String serviceVersion() {
        return serviceVersion;
    }
}
