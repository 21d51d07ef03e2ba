package org.undatacube.registry.coderequest;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the secretariat answers. Where it grants, it may say each thing in another way than it was asked. */
public record Decision(
        @Schema(description = "granted or refused", examples = "granted")
        String decision,

        @Schema(description = "The code; that of the request where it is left out", examples = "NORF")
        String code,

        @Schema(description = "The name, likewise") String name,

        @Schema(description = "The type, likewise", examples = "C05")
        String type,

        @Schema(description = "The country, likewise", examples = "NO")
        String country,

        @Schema(description = "In the secretariat's words; a refusal needs one", examples = "Welcome")
        String comment) {

    public Decision {
        comment = Contributor.tidy(comment);
    }

    boolean isGrant() {
        return RequestStatus.GRANTED.code().equals(decision);
    }

    boolean isRefusal() {
        return RequestStatus.REFUSED.code().equals(decision);
    }

    Contributor appliedTo(Contributor asked) {
        return new Contributor(
                given(name, asked.name()),
                given(type, asked.type()),
                given(country, asked.country()),
                given(code, asked.code()),
                asked.website(),
                asked.iatiOrganisation());
    }

    private static String given(String said, String asked) {
        return Optional.ofNullable(Contributor.tidy(said)).orElse(asked);
    }
}
