package org.undatacube.contributions.validation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.undatacube.codelists.Registry;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Where the code lists come from that lines are judged by. */
@ApplicationScoped
public class Vocabularies {
    private final Registry registry;

    Vocabularies(Registry registry) {
        this.registry = registry;
    }

    /**
     * All lists as they are now. Asks others, so it is no thing to do within a transaction.
     *
     * @throws Problem (503) where the registry cannot be reached and a list was never read before
     */
    public Vocabulary newest() {
        return ask(Vocabulary::newest);
    }

    /**
     * What else is to be had of the registry.
     *
     * @throws Problem (503) where it cannot be reached and a list was never read before
     */
    public <T> T ask(Function<Registry, T> question) {
        try {
            return question.apply(registry);
        } catch (Registry.Unavailable e) {
            throw new Problem(
                    CommonProblem.UNAVAILABLE, "The registry, whose code lists are needed, does not answer.", e);
        }
    }
}
