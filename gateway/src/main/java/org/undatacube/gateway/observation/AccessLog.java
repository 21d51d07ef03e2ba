package org.undatacube.gateway.observation;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.undatacube.http.correlation.RequestId;

/**
 * A line for each request: method, route, status, milliseconds, bytes of the answer, the caller's key. As JSON each has a
 * member of its own. Never an address with its query, which may hold what is nobody's business, and never a key.
 */
@Singleton
class AccessLog {
    /** Not HTTP's, but known: nobody was there to be answered any more. */
    static final int CLIENT_GONE = 499;

    private static final String NAME = "org.undatacube.gateway.access";
    private static final Logger LOG = Logger.getLogger(NAME);
    private static final long NANOS_PER_MICRO = 1_000;

    /**
     * What was seen of a request beside itself.
     *
     * @param key the public part
     * @param whole whether the answer was sent to its end
     */
    record Seen(String id, String route, String key, long nanos, boolean whole) {}

    void write(RoutingContext context, Seen seen) {
        if (!LOG.isLoggable(Level.INFO)) {
            return;
        }
        String method = context.request().method().name();
        int status = seen.whole() ? context.response().getStatusCode() : CLIENT_GONE;
        long bytes = context.response().bytesWritten();
        String milliseconds = milliseconds(seen.nanos());
        ExtLogRecord line = new ExtLogRecord(
                Level.INFO,
                method + ' ' + seen.route() + ' ' + status + ' ' + milliseconds + " ms " + bytes + " B key "
                        + seen.key(),
                ExtLogRecord.FormatStyle.NO_FORMAT,
                AccessLog.class.getName());
        line.setLoggerName(NAME);
        // the request is over, and with it what the thread knew of it
        line.putMdc(RequestId.KEY, seen.id());
        line.putMdc("method", method);
        line.putMdc("route", seen.route());
        line.putMdc("status", Integer.toString(status));
        line.putMdc("milliseconds", milliseconds);
        line.putMdc("bytes", Long.toString(bytes));
        line.putMdc("key", seen.key());
        LOG.logRaw(line);
    }

    /** To a thousandth, without the cost of a formatter. */
    private static String milliseconds(long nanos) {
        long micros = nanos / NANOS_PER_MICRO;
        String rest = Long.toString(1_000 + micros % 1_000).substring(1);
        return micros / 1_000 + "." + rest;
    }
}
