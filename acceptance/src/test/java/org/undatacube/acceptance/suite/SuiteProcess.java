package org.undatacube.acceptance.suite;

/** One process of the suite, which can be killed and started again at the same place. */
public interface SuiteProcess {
    String name();

    /** Starts it where it does not run; returns at once. */
    void start();

    /** Waits until it does its work. */
    void awaitReady();

    /** Ends it as an operator does (SIGTERM), and waits until it is gone. */
    void end();

    /** Ends it without a chance to tidy up ({@code kill -9}), and waits until it is gone. */
    void kill();
}
