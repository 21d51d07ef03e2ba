package org.undatacube.gateway.ratelimit;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.undatacube.gateway.connection.Origins;

/** Who it is that asks, as far as limits go. */
@ApplicationScoped
class Callers {
    private static final int NETWORK_BYTES = 8;

    private final Origins origins;

    Callers(Origins origins) {
        this.origins = origins;
    }

    /** The address, or of a longer one the network: whoever has one of its addresses has all. */
    String address(HttpServerRequest request) {
        String address = origins.of(request);
        // an address of IPv4 that is written as one of IPv6 is read as what it is
        InetAddress parsed = NetUtil.createInetAddressFromIpAddressString(address);
        if (parsed instanceof Inet6Address longer) {
            return HexFormat.of().formatHex(longer.getAddress(), 0, NETWORK_BYTES) + "/64";
        }
        return parsed == null ? address : parsed.getHostAddress();
    }

    /**
     * The holder of a key, the same for all keys that follow one another and for all tokens of one key.
     *
     * @param authorization with the registry's token, which is known to be good
     */
    static String holder(String authorization) {
        String[] parts = authorization.split("\\.", -1);
        if (parts.length != 3) {
            return authorization;
        }
        try {
            JsonObject claims =
                    new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            return claims.getString("upn", authorization);
        } catch (DecodeException | IllegalArgumentException | ClassCastException notClaims) {
            return authorization;
        }
    }
}
