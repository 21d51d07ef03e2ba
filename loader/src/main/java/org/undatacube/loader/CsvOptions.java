package org.undatacube.loader;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What a submission as CSV cannot say itself, since the file holds nothing but lines. */
final class CsvOptions {
    @Option(names = "--entity", description = "CSV only: the reporting entity.")
    private String entity;

    @Option(names = "--year", description = "CSV only.")
    private String year;

    @Option(names = "--flow", description = "CSV only: revenue or expense.")
    private String flow;

    @Option(names = "--control-total", description = "CSV only: the audited total in USD.")
    private String controlTotal;

    @Option(names = "--replaces", description = "CSV only: submission or breakdowns.")
    private String replaces;

    @Option(names = "--source", description = "CSV only: where the figures come from.")
    private String source;

    /** The query of {@code POST /submissions}. */
    String query(Path file) throws UnusableInput {
        if (entity == null || year == null || flow == null) {
            throw new UnusableInput(file.getFileName()
                    + ": a CSV file does not say whose figures it holds; give --entity, --year and --flow.");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("entity", entity);
        parameters.put("year", year);
        parameters.put("flow", flow);
        parameters.put("controlTotal", controlTotal);
        parameters.put("replaces", replaces);
        parameters.put("source", source);
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
