package org.undatacube.registry.importing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.listfile.ListColumn;

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
            String instrument, String name, String administrator, String channel, String kind, boolean nameIsUnique) {

        List<FileColumn> fileColumns() {
            return Stream.of(
                            new FileColumn(name, true, "The fund's name, from which its code is made"),
                            new FileColumn(administrator, true, "The entity that administers it"),
                            new FileColumn(channel, true, "Its channel in the OECD's reporting"),
                            new FileColumn(kind, true, "What kind of pooled fund it is"))
                    .filter(column -> !column.name().isEmpty())
                    .toList();
        }
    }

    static final Layout POOLED = new Layout(
            "R03A",
            "Fund name",
            "AA name = IATI Accountable Org.",
            "OECD-DAC Channel code",
            "Type of inter-agency pooled fund (for OECD)",
            true);
    static final Layout THEMATIC = new Layout("R03B", "Fund Name", "Entity code", "OECD-DAC Channel code", "", false);

    private static final String ADMINISTRATOR = "administrator";
    private static final Map<String, String> MISSPELT_KINDS = Map.of("UNSDG Joint Prgramme", "UNSDG Joint Programme");

    private final Layout layout;
    private final CodeList current;
    private final Findings findings;
    private final Map<String, String> knownCodes = new HashMap<>();
    private final Map<String, ImportedCode> codes = new LinkedHashMap<>();

    FundFile(Layout layout, CodeList current, Findings findings) {
        this.layout = layout;
        this.current = current;
        this.findings = findings;
        current.codes().stream()
                .filter(code -> layout.instrument().equals(code.parent()))
                .forEach(this::recognize);
    }

    private void recognize(Code fund) {
        String administrator = fund.attributes().getOrDefault(ADMINISTRATOR, "");
        fund.aliases().forEach(alias -> knownCodes.put(identity(alias.alias(), administrator), fund.code()));
        knownCodes.put(identity(fund.englishLabel(), administrator), fund.code());
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
        ImportedCode before = codes.get(code);
        if (before != null) {
            findings.warn(
                    row, layout.name(), "Row " + before.row().line() + " gives this fund already; that row is kept.");
            return;
        }
        Code known = current.find(code).orElse(null);
        ImportedCode fund = new ImportedCode(code, new Place("fund", layout.instrument()), known, row);
        if (known == null) {
            fund.callIt(name);
        }
        fund.has(attributes(row));
        codes.put(code, fund);
    }

    @Override
    public List<Proposal> proposals() {
        return codes.values().stream()
                .map(fund -> new Proposal(
                        fund.toCode(),
                        current.find(fund.code()).orElse(null),
                        fund.row(),
                        Map.of(
                                ListColumn.CODE, layout.name(),
                                ListColumn.LABEL_EN, layout.name(),
                                ListColumn.ATTRIBUTES, layout.administrator())))
                .toList();
    }

    @Override
    public boolean lacks(Code code) {
        return code.level().equals("fund")
                && layout.instrument().equals(code.parent())
                && !codes.containsKey(code.code());
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
                        Map.entry(ADMINISTRATOR, row.field(layout.administrator())),
                        Map.entry("oecdChannel", row.field(layout.channel())),
                        Map.entry("kind", kind(row)))
                .filter(attribute -> !attribute.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String kind(CsvTable.Row row) {
        String raw = row.field(layout.kind());
        String kind = MISSPELT_KINDS.getOrDefault(raw, raw);
        if (!kind.equals(raw)) {
            findings.note(row, layout.kind(), "Misspelt; imported as " + kind + ".", kind);
        }
        return kind;
    }
}
