package org.undatacube.registry.coderequest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.undatacube.codelists.Code;
import org.undatacube.http.Caller;
import org.undatacube.http.Problem;
import org.undatacube.registry.codelist.CodeListWriter;
import org.undatacube.registry.codelist.Provenance;

/** Decides on requests. */
@ApplicationScoped
class Decisions {
    private static final String LIST = "contributors";

    private final CodeRequests requests;
    private final RequestJudge judge;
    private final CodeListWriter writer;
    private final Caller caller;

    Decisions(CodeRequests requests, RequestJudge judge, CodeListWriter writer, Caller caller) {
        this.requests = requests;
        this.judge = judge;
        this.writer = writer;
        this.caller = caller;
    }

    /**
     * Grants or refuses. What is granted is in the list when this is committed, and not before.
     *
     * @throws Problem (404) where there is no such request, (409) where it has ended, (422) where this may not be decided
     */
    @Transactional
    CodeRequestView decide(String id, Decision decision) {
        StoredRequest request = requests.open(id);
        RequestJudge.judgeDecision(decision).requireNoRejects("Nothing was decided; the findings say why.");
        StoredStep step = requests.step(request, decision.isGrant() ? RequestStatus.GRANTED : RequestStatus.REFUSED);
        step.comment = decision.comment();
        if (decision.isGrant()) {
            grant(decision.appliedTo(request.contributor), step);
        }
        step.persist();
        return requests.view(request);
    }

    private void grant(Contributor granted, StoredStep step) {
        // from here to the commit nobody else changes the list, so a code that is free now stays free
        writer.lock(LIST);
        Findings findings = new Findings();
        judge.contributors().judge(granted, findings);
        findings.requireNoRejects("This cannot be granted; the findings say why.");
        writer.upsert(
                LIST,
                List.of(code(granted)),
                new Provenance(caller.name(), "Granted on the request " + step.key.request()));
        step.granted = granted;
        step.findings = findings.all();
    }

    private static Code code(Contributor granted) {
        return new Code(
                granted.code(),
                "contributor",
                granted.type(),
                Map.of("en", granted.name()),
                Map.of("en", "official"),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                granted.attributes());
    }
}
