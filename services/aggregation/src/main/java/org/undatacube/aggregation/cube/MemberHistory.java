package org.undatacube.aggregation.cube;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/** The members by which questions are answered, now and as they were. */
@ApplicationScoped
public class MemberHistory {
    private volatile Optional<Members> current = Optional.empty();
    private volatile BiFunction<Instant, Duration, Members> past = (moment, patience) -> current.orElseThrow();

    /** Empty until the code lists were read for the first time. */
    public Optional<Members> current() {
        return current;
    }

    /** Answers with these members from now on. */
    public void use(Members members) {
        current = Optional.of(members);
    }

    /** Has the members of earlier moments read by somebody; until then they were always those of now. */
    public void readPastBy(BiFunction<Instant, Duration, Members> reader) {
        past = reader;
    }

    /**
     * The members by which a question was answered at a moment; the reader's failures go to the caller.
     *
     * @param patience how long reading them may take
     */
    public Members asOf(Instant moment, Duration patience) {
        return past.apply(moment, patience);
    }
}
