package org.undatacube.durablestore;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLClientInfoException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.undatacube.http.correlation.RequestId;

/**
 * Tells PostgreSQL for which request a connection works, in its {@code application_name}: the service, a colon and the
 * request's name. {@code pg_stat_activity} shows it, and the server's log writes it before each line. A connection that
 * rests shows the request that it last worked for.
 *
 * <p>It costs one message to the server and back for each transaction of another request than the connection's last; a
 * comment in the SQL would cost nothing there, but make each statement a new one that is planned again.
 */
@Singleton
class ConnectionName implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(ConnectionName.class);
    private static final String NAME = "ApplicationName";

    private final String service;

    ConnectionName(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            connection.setClientInfo(
                    NAME, RequestId.current().map(id -> service + ":" + id).orElse(service));
        } catch (SQLClientInfoException e) {
            // whoever works with it will find out what is wrong with it
            LOG.debug("A connection could not be named", e);
        }
    }
}
