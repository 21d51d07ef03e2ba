package org.undatacube.contributions.intake;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.undatacube.contributions.idempotency.Answering;
import org.undatacube.contributions.idempotency.IdempotentRequest;
import org.undatacube.contributions.idempotency.IdempotentRequests;
import org.undatacube.contributions.job.JobConfig;
import org.undatacube.contributions.job.JobSubject;
import org.undatacube.contributions.job.Jobs;
import org.undatacube.contributions.upload.StoredUpload;
import org.undatacube.contributions.upload.Uploads;
import org.undatacube.http.Caller;
import org.undatacube.http.KeptAnswer;
import org.undatacube.http.Preference;
import org.undatacube.http.Problem;

/** Puts a body aside, wherever it comes from, and has it taken: at once, or by a job. */
@ApplicationScoped
class Reception {
    private final Uploads uploads;
    private final Jobs jobs;
    private final JobConfig config;
    private final IdempotentRequests requests;
    private final Caller caller;
    private final long limit;

    Reception(
            Uploads uploads,
            Jobs jobs,
            JobConfig config,
            IdempotentRequests requests,
            Caller caller,
            @ConfigProperty(name = "datacube.body-limit") MemorySize limit) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.config = config;
        this.requests = requests;
        this.caller = caller;
        this.limit = limit.asLongValue();
    }

    /** What takes the body. */
    @FunctionalInterface
    interface Taker {
        KeptAnswer take(SubmissionBody body, Answering request) throws IOException;
    }

    /**
     * @param parameters what is said about the body beside it
     * @param mayBeEmpty whether there may be no lines
     */
    KeptAnswer receive(Arrival arrival, BodyParameters parameters, boolean mayBeEmpty, Taker taker) throws IOException {
        if (arrival.upload() == null) {
            BodyFormat format = BodyFormat.of(arrival.contentType());
            return take(arrival, SpooledBody.of(arrival.body(), limit), format, null, parameters, mayBeEmpty, taker);
        }
        StoredUpload upload = uploads.complete(arrival.upload());
        BodyFormat format = BodyFormat.of(upload.contentType());
        try (InputStream pieces = uploads.read(upload)) {
            SpooledBody body = SpooledBody.of(pieces, upload.received());
            return take(arrival, body, format, upload.id(), parameters, mayBeEmpty, taker);
        }
    }

    /** From here on the body is closed, whatever happens. */
    private KeptAnswer take(
            Arrival arrival,
            SpooledBody body,
            BodyFormat format,
            UUID upload,
            BodyParameters parameters,
            boolean mayBeEmpty,
            Taker taker)
            throws IOException {
        boolean later;
        IdempotentRequest request;
        try {
            request = IdempotentRequest.post(arrival.key(), caller.name(), arrival.address(), body.hash());
            later = isForLater(arrival, body);
        } catch (Problem e) {
            body.close();
            throw e;
        }
        if (later) {
            JobSubject subject = new JobSubject(arrival.address().getPath(), body.length(), upload);
            return jobs.begin(
                    request,
                    subject,
                    body.progress(),
                    answering -> read(body, format, parameters, mayBeEmpty, taker, answering),
                    body::close);
        }
        try (body) {
            return read(body, format, parameters, mayBeEmpty, taker, requests.to(request));
        }
    }

    private KeptAnswer read(
            SpooledBody body,
            BodyFormat format,
            BodyParameters parameters,
            boolean mayBeEmpty,
            Taker taker,
            Answering answering)
            throws IOException {
        try (SubmissionBody submitted = format.read(body, parameters, mayBeEmpty, limit)) {
            return taker.take(submitted, answering);
        }
    }

    private boolean isForLater(Arrival arrival, SpooledBody body) {
        return switch (Preference.of(arrival.prefer())) {
            case LATER -> true;
            case NOW -> false;
            case NONE -> body.length() >= config.fromSize().asLongValue();
        };
    }
}
