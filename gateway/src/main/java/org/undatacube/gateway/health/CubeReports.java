package org.undatacube.gateway.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads what the aggregation says of the cubes. */
@Singleton
class CubeReports {
    private static final Logger LOG = Logger.getLogger(CubeReports.class);

    private final ObjectMapper json;

    CubeReports(ObjectMapper json) {
        this.json = json;
    }

    /** Empty where it says nothing of them. */
    Optional<StatusReport.CubeReport> read(HttpResponse<Buffer> answer) {
        if (answer.statusCode() != HttpResponseStatus.OK.code()) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(answer.bodyAsString(), StatusReport.CubeReport.class))
                    .filter(report -> report.startedAt() != null && report.answers() != null);
        } catch (JsonProcessingException notAReport) {
            LOG.warnf("The aggregation's status cannot be read: %s", notAReport.getOriginalMessage());
            return Optional.empty();
        }
    }
}
