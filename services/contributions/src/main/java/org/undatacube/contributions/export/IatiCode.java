package org.undatacube.contributions.export;

import java.util.Optional;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/**
 * How IATI says a code of the data standards.
 *
 * @param vocabulary whose code it is, by IATI's list of vocabularies; null where there is only one
 */
record IatiCode(String element, String vocabulary, String code) {
    private static final String SECTOR = "sector";
    private static final String REGION = "recipient-region";
    private static final String NO_GOAL = "X00";
    private static final int M49_DIGITS = 3;

    /** OECD DAC's code for sectors that are not specified. */
    static final IatiCode NO_SECTOR = new IatiCode(SECTOR, "1", "99810");

    /** OECD DAC's code for places that are not specified. */
    static final IatiCode NO_PLACE = new IatiCode(REGION, "1", "998");

    /** M49's code of the world, for what CEB's own codes G&I and Global - Enabling Function say. */
    private static final IatiCode WORLD = new IatiCode(REGION, "2", "001");

    /** @param sdg null where the lines do not give it */
    static IatiCode ofSdg(String sdg, CodeList sdgs) {
        if (sdg == null || sdg.equals(NO_GOAL)) {
            return NO_SECTOR;
        }
        boolean isGoal = sdgs.find(sdg).map(Code::level).filter("goal"::equals).isPresent();
        return new IatiCode(SECTOR, isGoal ? "7" : "8", sdg);
    }

    /** @param location null where the lines do not give it */
    static IatiCode ofLocation(String location, CodeList locations) {
        if (location == null) {
            return NO_PLACE;
        }
        Optional<Code> code = locations.find(location);
        if (code.map(Code::level).filter("country"::equals).isPresent()) {
            return new IatiCode("recipient-country", null, location);
        }
        return code.map(found -> found.attributes().get("m49"))
                .map(m49 -> new IatiCode(REGION, "2", "0".repeat(Math.max(0, M49_DIGITS - m49.length())) + m49))
                .orElse(WORLD);
    }
}
