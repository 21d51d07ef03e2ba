package org.undatacube.contributions.window;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Registry;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.audit.Action;
import org.undatacube.contributions.audit.AuditEvent;
import org.undatacube.contributions.audit.AuditTrail;
import org.undatacube.contributions.window.ReportingWindow.Extension;
import org.undatacube.http.Caller;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;
import org.undatacube.http.VersionTag;

/** The years' windows, and who may report now. */
@ApplicationScoped
public class ReportingWindows {
    private final Caller caller;
    private final Clock clock;
    private final AuditTrail trail;
    private final Registry registry;
    private final WindowConfig config;

    ReportingWindows(Caller caller, Clock clock, AuditTrail trail, Registry registry, WindowConfig config) {
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
        this.registry = registry;
        this.config = config;
    }

    /** Why the caller cannot report a year for an entity now; empty where it can. */
    @Transactional
    public Optional<Closure> closure(String entity, int year) {
        if (caller.isSecretariat()) {
            return Optional.empty();
        }
        return ReportingWindow.<ReportingWindow>findByIdOptional(year)
                .filter(window -> !window.isOpen(entity, clock.instant()))
                .map(window -> new Closure(entity, year, window.opens, window.deadlineOf(entity), config.contact()));
    }

    /** @throws Problem (409) where the caller cannot report a year for an entity now */
    public void requireOpen(String entity, int year) {
        closure(entity, year).ifPresent(closed -> {
            throw new Problem(ContributionProblem.WINDOW_CLOSED, closed.message())
                    .with("window", "/api/v1/reporting-windows/" + year)
                    .with("expected", closed.advice());
        });
    }

    /** Sets a year's window; extensions stay. */
    @Transactional
    ReportingWindow set(int year, Instant opens, Instant deadline, String ifMatch) {
        Optional<ReportingWindow> before = ReportingWindow.lock(year);
        before.ifPresentOrElse(
                window -> window.tag().requireSeen(ifMatch, "The window"),
                () -> VersionTag.requireNone(ifMatch, "The window"));
        ReportingWindow window = before.orElseGet(ReportingWindow::new);
        window.year = year;
        window.version++;
        window.opens = opens;
        window.deadline = deadline;
        window.persist();
        trail.record(
                caller.name(),
                AuditEvent.of(Action.WINDOW_SET, new AuditEvent.Subject(null, null, year, null))
                        .with("opens", opens)
                        .with("deadline", deadline));
        return window;
    }

    /** Grants an entity a deadline of its own. */
    @Transactional
    ReportingWindow extend(int year, String entity, Extension extension, String ifMatch) {
        requireEntity(entity);
        ReportingWindow window = ReportingWindow.lock(year).orElseThrow(() -> unknown(year));
        window.tag().requireSeen(ifMatch, "The window");
        window.version++;
        window.extensions.put(entity, extension);
        trail.record(
                caller.name(),
                AuditEvent.of(Action.WINDOW_EXTENDED, new AuditEvent.Subject(null, entity, year, null))
                        .with("deadline", extension.until())
                        .with("reason", extension.reason()));
        return window;
    }

    private void requireEntity(String code) {
        try {
            if (registry.codeList(Dimension.ENTITY).find(code).isEmpty()) {
                throw Problem.notFound("There is no entity " + code + ".");
            }
        } catch (Registry.Unavailable e) {
            throw new Problem(
                    CommonProblem.UNAVAILABLE, "The registry, whose entities are needed, does not answer.", e);
        }
    }

    static Problem unknown(int year) {
        return Problem.notFound("There is no window for " + year + "; the year can be reported at any time.");
    }
}
