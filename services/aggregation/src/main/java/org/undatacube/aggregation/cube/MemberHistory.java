package org.undatacube.aggregation.cube;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The members by which questions are answered, now and as they were. */
@ApplicationScoped
public class MemberHistory {
    private volatile Optional<Members> current = Optional.empty();
    private volatile Function<Instant, Members> past = moment -> current.orElseThrow();

    /** Empty until the code lists were read for the first time. */
    public Optional<Members> current() {
        return current;
    }

    /** Answers with these members from now on. */
    public void use(Members members) {
        current = Optional.of(members);
    }

    /** Has the members of earlier moments read by somebody; until then they were always those of now. */
    public void readPastBy(Function<Instant, Members> reader) {
        past = reader;
    }

    /** The members by which a question was answered at a moment; the reader's failures go to the caller. */
    public Members asOf(Instant moment) {
        return past.apply(moment);
    }
}
