package org.undatacube.loader.suite;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Another key than the one that sends: nobody certifies what they prepared. An administrator's key issues it and revokes
 * it at the end.
 */
public final class Certifier implements AutoCloseable {
    /** Where this program is killed before it revokes the key, that ends by itself. */
    private static final Duration LONGEST_LIFE = Duration.ofHours(6);

    private final Suite administrator;
    private final IssuedKey key;
    private final Suite certifier;

    private Certifier(Suite administrator, IssuedKey key) {
        this.administrator = administrator;
        this.key = key;
        this.certifier = administrator.withKey(key.key());
    }

    /** @param administrator the suite as the holder of an administrator's key sees it */
    public static Certifier issuedBy(Suite administrator) throws IOException, Refusal {
        IssuedKey key = administrator.issueReviewerKey(
                "loader, to certify", Instant.now().plus(LONGEST_LIFE));
        return new Certifier(administrator, key);
    }

    public void certify(Acknowledgement submission) throws IOException, Refusal {
        certifier.certify(submission);
    }

    @Override
    public void close() throws IOException, Refusal {
        administrator.revokeKey(key.id());
    }
}
