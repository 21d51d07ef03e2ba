package org.undatacube.registry.importing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** CEB's lists of funds. They give no codes, so a fund gets one from its name and keeps it. */
final class FundFile implements ImportedFile {

    /**
     * What one of the two files is like.
     *
     * @param instrument the instrument that its funds belong to
     * @param kind the column that says what kind of fund it is; empty where there is none
     * @param nameIsUnique whether a name is one fund's only, or one fund's of each administrator
     */
    record Layout(
            String instrument,
            String name,
            String administrator,
            String channel,
            String kind,
            boolean nameIsUnique,
            String source) {

        List<String> columns() {
            return Stream.of(name, administrator, channel, kind)
                    .filter(column -> !column.isEmpty())
                    .toList();
        }
    }

    static final Layout POOLED = new Layout(
            "R03A",
            "Fund name",
            "AA name = IATI Accountable Org.",
            "OECD-DAC Channel code",
            "Type of inter-agency pooled fund (for OECD)",
            true,
            "CEB list of inter-agency pooled funds");
    static final Layout THEMATIC = new Layout(
            "R03B", "Fund Name", "Entity code", "OECD-DAC Channel code", "", false, "CEB list of thematic funds");

    private static final Map<String, String> MISSPELT_KINDS = Map.of("UNSDG Joint Prgramme", "UNSDG Joint Programme");

    private final Layout layout;
    private final CodeList current;
    private final Findings findings;
    private final Map<String, String> knownCodes = new HashMap<>();
    private final Map<String, ImportedCode> codes = new LinkedHashMap<>();

    private FundFile(Layout layout, CodeList current, Findings findings) {
        this.layout = layout;
        this.current = current;
        this.findings = findings;
        current.codes().stream()
                .filter(code -> layout.instrument().equals(code.parent()))
                .forEach(fund -> knownCodes.put(
                        identity(fund.englishLabel(), fund.attributes().getOrDefault("administrator", "")),
                        fund.code()));
    }

    static FundFile pooled(CodeList current, Findings findings) {
        return new FundFile(POOLED, current, findings);
    }

    static FundFile thematic(CodeList current, Findings findings) {
        return new FundFile(THEMATIC, current, findings);
    }

    @Override
    public void accept(CsvTable.Row row) {
        if (!findings.hasAll(row, layout.name(), layout.administrator())) {
            return;
        }
        String name = row.field(layout.name());
        String administrator = row.field(layout.administrator());
        String code =
                knownCodes.computeIfAbsent(identity(name, administrator), identity -> newCode(name, administrator));
        ImportedCode known = codes.get(code);
        if (known != null) {
            findings.note(
                    row,
                    layout.name(),
                    "Row " + known.names().get(0).row().line() + " gives this fund already; that row is kept.");
            return;
        }
        codes.put(
                code,
                new ImportedCode(code, "fund", layout.instrument(), attributes(row), new ImportedCode.Name(name, row)));
    }

    @Override
    public List<Code> codes() {
        return codes.values().stream()
                .map(fund -> fund.toCode(current.find(fund.code()).orElse(null), layout.source()))
                .toList();
    }

    private String identity(String name, String administrator) {
        return Spellings.fold(layout.nameIsUnique() ? name : administrator + "\n" + name);
    }

    private String newCode(String name, String administrator) {
        String fund = layout.nameIsUnique() ? name : administrator + " " + name;
        return FundCode.of(
                layout.instrument(),
                fund,
                code -> knownCodes.containsValue(code) || current.find(code).isPresent());
    }

    private Map<String, String> attributes(CsvTable.Row row) {
        return Stream.of(
                        Map.entry("administrator", row.field(layout.administrator())),
                        Map.entry("oecdChannel", row.field(layout.channel())),
                        Map.entry("kind", kind(row)))
                .filter(attribute -> !attribute.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String kind(CsvTable.Row row) {
        String raw = row.field(layout.kind());
        String kind = MISSPELT_KINDS.getOrDefault(raw, raw);
        if (!kind.equals(raw)) {
            findings.note(row, layout.kind(), "Misspelt; imported as " + kind + ".");
        }
        return kind;
    }
}
