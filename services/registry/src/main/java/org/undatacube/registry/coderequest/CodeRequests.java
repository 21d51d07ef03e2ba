package org.undatacube.registry.coderequest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.undatacube.http.Caller;
import org.undatacube.http.Problem;
import org.undatacube.registry.RegistryProblem;

/** Takes requests for contributor codes and shows them to those whom they concern: who asked, and the secretariat. */
@ApplicationScoped
class CodeRequests {
    private final RequestJudge judge;
    private final Caller caller;
    private final Clock clock;

    CodeRequests(RequestJudge judge, Caller caller, Clock clock) {
        this.judge = judge;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws Problem (422) with findings where it may not be asked so */
    @Transactional
    CodeRequestView ask(CodeRequest asked) {
        String entity = caller.entity().orElseThrow();
        Contributor wished = asked.contributor();
        Contributor wanted = judge.contributors().withCode(wished);
        String justification = Contributor.tidy(asked.justification());
        Findings findings = judge.judgeNew(wanted, justification, StoredRequest.openOf(entity));
        findings.requireNoRejects("The request was not taken; the findings say why.");

        StoredRequest request = new StoredRequest();
        request.id = UUID.randomUUID();
        request.entity = entity;
        request.contributor = wanted;
        request.codeProposed = wished.code() == null;
        request.justification = justification;
        StoredStep asking = step(request, RequestStatus.REQUESTED);
        asking.findings = findings.all();
        request.askedAt = asking.takenAt;
        request.persist();
        asking.persist();
        return view(request);
    }

    /** @throws Problem (404) where there is none that the caller may see */
    @Transactional
    CodeRequestView get(String id) {
        return view(visible(id).orElseThrow(() -> unknown(id)));
    }

    @Transactional
    CodeRequestPage list(RequestSearch search) {
        Optional<StoredRequest> before = search.cursor()
                .map(cursor -> visible(cursor)
                        .orElseThrow(() -> Problem.invalidParameter(
                                "cursor",
                                cursor,
                                "This is not a cursor of this list.",
                                "the next of the page before")));
        RequestSearch.Page page = search.find(caller.isSecretariat() ? Optional.empty() : caller.entity(), before);
        Map<UUID, List<StoredStep>> steps = StoredStep.of(
                page.requests().stream().map(request -> request.id).toList());
        return new CodeRequestPage(
                page.requests().stream()
                        .map(request -> CodeRequestView.of(request, steps.get(request.id), null))
                        .toList(),
                page.next().orElse(null));
    }

    /** @throws Problem (404) where there is none of the caller's entity, (409) where it has ended */
    @Transactional
    CodeRequestView withdraw(String id) {
        StoredRequest request = open(id);
        step(request, RequestStatus.WITHDRAWN).persist();
        return view(request);
    }

    /**
     * The request, locked until the end of the transaction, so that it ends once at most.
     *
     * @throws Problem (404) where there is none that the caller may see, (409) where it has ended
     */
    @Transactional(TxType.MANDATORY)
    StoredRequest open(String id) {
        StoredRequest request = visible(id).orElseThrow(() -> unknown(id));
        request.lock();
        List<StoredStep> steps = StoredStep.of(request.id);
        StoredStep last = steps.get(steps.size() - 1);
        if (last.status != RequestStatus.REQUESTED) {
            throw new Problem(
                            RegistryProblem.CODE_REQUEST_ENDED,
                            "The request was " + last.status.code() + " at " + last.takenAt + ".")
                    .with("requestStatus", last.status);
        }
        return request;
    }

    /** The caller's step, now; not yet stored. */
    StoredStep step(StoredRequest request, RequestStatus status) {
        return StoredStep.of(request.id, status, clock.instant().truncatedTo(ChronoUnit.MICROS), caller.name());
    }

    @Transactional(TxType.MANDATORY)
    CodeRequestView view(StoredRequest request) {
        List<StoredStep> steps = StoredStep.of(request.id);
        return CodeRequestView.of(request, steps, steps.size() == 1 ? judge.judgeOpen(request) : null);
    }

    private Optional<StoredRequest> visible(String id) {
        return RequestSearch.id(id).flatMap(StoredRequest::find).filter(request -> caller.actsFor(request.entity));
    }

    /** The same for one that is another entity's as for one that is not there: that it exists is nobody else's business. */
    private static Problem unknown(String id) {
        return Problem.notFound("There is no request " + id + ".");
    }
}
