package org.undatacube.aggregation.cube;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The members by which questions are answered, now and as they were. */
@ApplicationScoped
public class MemberHistory {
    private volatile Optional<Members> current = Optional.empty();

    /** Empty until the code lists were read for the first time. */
    public Optional<Members> current() {
        return current;
    }

    /** Answers with these members from now on. */
    public void use(Members members) {
        current = Optional.of(members);
    }
}
