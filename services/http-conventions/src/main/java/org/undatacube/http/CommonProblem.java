package org.undatacube.http;

/** The problems that any service can have. */
public enum CommonProblem implements ProblemType {
    BAD_REQUEST("bad-request", 400, "Bad request", "The request cannot be understood; the detail says where.", false),
    INVALID_PARAMETER(
            "invalid-parameter",
            400,
            "Invalid parameter",
            "A parameter has a value that it cannot have; the problem names the parameter, the value and what would be"
                    + " right.",
            false),
    MALFORMED_BODY(
            "malformed-body",
            400,
            "Malformed body",
            "The body is not in the format that its Content-Type names; the detail says at which line and column.",
            false),
    UNAUTHENTICATED(
            "unauthenticated",
            401,
            "Credentials needed",
            "Send an API key: Authorization: Bearer udc_… An administrator issues keys. Where the operator has named an"
                    + " OpenID Connect provider, an access token of it serves as well. What was revoked, has expired or"
                    + " is meant for somebody else gives this problem too.",
            false),
    FORBIDDEN(
            "forbidden",
            403,
            "Not allowed",
            "The key is good but does not allow this: it lacks the role, or belongs to another entity.",
            false),
    NOT_FOUND("not-found", 404, "Not found", "There is nothing at this address.", false),
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            405,
            "Method not allowed",
            "The Allow header lists the methods of this address.",
            false),
    NOT_ACCEPTABLE(
            "not-acceptable",
            406,
            "Not acceptable",
            "The answer cannot be given in a format that Accept names.",
            false),
    IDEMPOTENCY_CONFLICT(
            "idempotency-conflict",
            409,
            "Still at work",
            "A request with the same Idempotency-Key is being answered; send this one again in a moment to get its"
                    + " answer.",
            true),
    PRECONDITION_FAILED(
            "precondition-failed",
            412,
            "Changed since it was read",
            "If-Match names a version that is not the present one: somebody else made a change. Read it again, and"
                    + " decide anew.",
            false),
    BODY_TOO_LARGE(
            "body-too-large",
            413,
            "Body too large",
            "The body is larger than the limit that the problem names; split it.",
            false),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            415,
            "Unsupported media type",
            "The body's Content-Type is not one that this address reads.",
            false),
    RANGE_NOT_SATISFIABLE(
            "range-not-satisfiable",
            416,
            "No such part of the file",
            "The Range begins after the end of the file; Content-Range says how many bytes there are.",
            false),
    IDEMPOTENCY_KEY_REUSED(
            "idempotency-key-reused",
            422,
            "Idempotency key used before",
            "The Idempotency-Key was sent before with another request; nothing was done. Each request has a key of its"
                    + " own, and only the very same request is sent again with it.",
            false),
    PRECONDITION_REQUIRED(
            "precondition-required",
            428,
            "If-Match needed",
            "A change is made to what the caller has seen: send If-Match with the ETag with which it was read.",
            false),
    INTERNAL_ERROR(
            "internal-error",
            500,
            "Internal error",
            "A fault of ours. Report it with the error id of the problem; the operator finds it in the log.",
            true),
    UNAVAILABLE(
            "unavailable",
            503,
            "Temporarily unavailable",
            "A part of the suite that is needed for this does not answer at present; try again.",
            true);

    private final Description description;

    CommonProblem(String slug, int status, String title, String explanation, boolean retryable) {
        this.description = new Description(slug, status, title, explanation, retryable);
    }

    @Override
    public Description description() {
        return description;
    }
}
