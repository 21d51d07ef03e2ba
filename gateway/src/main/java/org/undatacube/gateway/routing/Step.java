package org.undatacube.gateway.routing;

/** The order of the interceptors: the higher, the further out. */
public final class Step {
    /** Sees every failure of the steps within. */
    public static final int ANSWER_FAILURES = 400;

    public static final int LIMIT_GUESSES = 350;
    public static final int REFUSE_BAD_PATHS = 300;
    public static final int CLEAN_HEADERS = 200;
    /** After the caller's own headers are cleaned, as it adds one. */
    public static final int IDENTIFY_CALLER = 100;
    /** When it is known who asks. */
    public static final int LIMIT_RATE = 80;
    /** What is found here goes no further. */
    public static final int LOOK_IN_CACHE = 50;
    /** When nothing else can refuse the request. */
    public static final int READ_BODY = 0;
    /** Innermost, as it may run the rest more than once. */
    public static final int SEND = -100;

    private Step() {}
}
