package org.undatacube.aggregation.sdmx;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.query.Excerpt;
import org.undatacube.codelists.NearestSpellings;
import org.undatacube.http.Problem;
import org.undatacube.http.sdmx.VersionPattern;

/** Finds the data flow that a request names. */
final class FlowName {
    private static final String ALL_OF_2_1 = "all";
    private static final String ANY = "*";
    private static final Pattern AGENCY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z][A-Za-z0-9_-]*)*");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_@$-]+");
    private static final int SUGGESTIONS = 2;

    private FlowName() {}

    /** {@code EXPENSE}, {@code UNDATACUBE,EXPENSE} or {@code UNDATACUBE,EXPENSE,1.0.0}. */
    static FlowStructure ofVersion21(String reference) {
        List<String> parts = List.of(reference.split(",", -1));
        if (parts.size() > 3) {
            throw wrong("flow", reference, "A data flow is named by agency, identifier and version.");
        }
        String agency = parts.size() == 1 ? ALL_OF_2_1 : requireForm("flow", parts.get(0), AGENCY);
        String id = requireForm("flow", parts.get(parts.size() == 1 ? 0 : 1), ID);
        String version = parts.size() < 3 ? "latest" : parts.get(2);
        VersionPattern pattern = VersionPattern.ofVersion21(version)
                .orElseThrow(() -> wrong("flow", version, Excerpt.of(version) + " is no version in SDMX."));
        requireAgency(agency.equals(ALL_OF_2_1) || agency.equals(FlowStructure.AGENCY), agency);
        FlowStructure found = FlowStructure.find(id).orElseThrow(() -> noFlow(id));
        requireVersion(version.equals(FlowStructure.VERSION_OF_2_1) || isThere(pattern), version);
        return found;
    }

    /** The provider of all data is the agency; who reported is a dimension. */
    static void requireProvider(String providers) {
        boolean isThere = Stream.of(providers.split("\\+", -1))
                .map(provider -> requireForm("provider", provider.replaceFirst("^[^,]*,", ""), ID))
                .toList()
                .stream()
                .anyMatch(provider -> provider.equals(ALL_OF_2_1) || provider.equals(FlowStructure.AGENCY));
        if (!isThere) {
            throw Problem.notFound("All data are provided by " + FlowStructure.AGENCY
                            + "; who reported them is the dimension ENTITY.")
                    .with("parameter", "provider");
        }
    }

    /** @param context {@code dataflow} or {@code datastructure}; each of the others one value, several by commas, or * */
    static FlowStructure ofVersion30(String context, String agencies, String ids, String versions) {
        boolean isByStructure = context.equals("datastructure");
        if (!List.of("dataflow", "datastructure", "provisionagreement", ANY).contains(context)) {
            throw wrong("context", context, "Data are of a dataflow, datastructure or provisionagreement.");
        }
        List<String> named = values("id", ids, ID);
        boolean hasAgency = values("agency", agencies, AGENCY).stream()
                .anyMatch(agency -> agency.equals(ANY) || agency.equals(FlowStructure.AGENCY));
        List<VersionPattern> patterns = Stream.of(versions.split(",", -1))
                .map(version -> VersionPattern.ofVersion30(version)
                        .orElseThrow(() -> wrong("version", version, Excerpt.of(version) + " is no version in SDMX.")))
                .toList();
        requireAgency(hasAgency, agencies);
        List<FlowStructure> found = context.equals("provisionagreement")
                ? List.of()
                : FlowStructure.ids().stream()
                        .map(FlowStructure::find)
                        .flatMap(Optional::stream)
                        .filter(flow ->
                                named.contains(ANY) || named.contains(isByStructure ? flow.structureId() : flow.id()))
                        .toList();
        if (found.isEmpty()) {
            throw noFlow(ids);
        }
        requireVersion(patterns.stream().anyMatch(FlowName::isThere), versions);
        if (found.size() > 1) {
            throw new Problem(
                            AggregationProblem.SDMX_NOT_IMPLEMENTED,
                            "Data of several flows are not given at once; name one of "
                                    + String.join(", ", FlowStructure.ids()) + ".")
                    .with("parameter", "id");
        }
        return found.get(0);
    }

    private static List<String> values(String parameter, String text, Pattern form) {
        return Stream.of(text.split(",", -1))
                .map(value -> value.equals(ANY) ? value : requireForm(parameter, value, form))
                .toList();
    }

    private static boolean isThere(VersionPattern pattern) {
        return !pattern.pick(List.of(FlowStructure.VERSION)).isEmpty();
    }

    private static String requireForm(String parameter, String value, Pattern form) {
        if (!form.matcher(value).matches()) {
            throw wrong(parameter, value, "\"" + Excerpt.of(value) + "\" cannot be an identifier in SDMX.");
        }
        return value;
    }

    private static void requireAgency(boolean isThere, String agency) {
        if (!isThere) {
            throw Problem.notFound("The agency of all data flows here is " + FlowStructure.AGENCY + ", not "
                            + Excerpt.of(agency) + ".")
                    .with("nearest", List.of(FlowStructure.AGENCY));
        }
    }

    private static void requireVersion(boolean isThere, String version) {
        if (!isThere) {
            throw Problem.notFound("The data flow has the version " + FlowStructure.VERSION + ", not "
                            + Excerpt.of(version) + ".")
                    .with("nearest", List.of(FlowStructure.VERSION));
        }
    }

    private static Problem noFlow(String id) {
        List<String> nearest = NearestSpellings.find(FlowStructure.ids(), Excerpt.of(id), SUGGESTIONS);
        return Problem.notFound("There is no data flow " + Excerpt.of(id) + "; there are "
                        + String.join(" and ", FlowStructure.ids()) + ".")
                .with("expected", FlowStructure.ids())
                .with("nearest", nearest.isEmpty() ? null : nearest);
    }

    private static Problem wrong(String parameter, String value, String detail) {
        return Problem.invalidParameter(
                parameter,
                Excerpt.of(value),
                detail,
                FlowStructure.AGENCY + ", " + FlowStructure.ids() + ", " + FlowStructure.VERSION);
    }
}
