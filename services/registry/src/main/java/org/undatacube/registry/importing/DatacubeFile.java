package org.undatacube.registry.importing;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.listfile.ListColumn;
import org.undatacube.registry.listfile.ListRow;

/** A file in the project's own format, which can say anything of a code that a list can. */
final class DatacubeFile implements ImportedFile {
    private static final Map<ListColumn, String> COLUMNS =
            Stream.of(ListColumn.values()).collect(Collectors.toMap(Function.identity(), ListColumn::header));

    static final Set<String> FREE_TEXT = Stream.of(ListColumn.values())
            .filter(column -> !Set.of(ListColumn.CODE, ListColumn.PARENT, ListColumn.LABEL_EN)
                    .contains(column))
            .map(ListColumn::header)
            .collect(Collectors.toUnmodifiableSet());

    private final CodeList current;
    private final Findings findings;
    private final String source;
    private final TrailingZeros zeros;
    private final Map<String, Proposal> proposals = new LinkedHashMap<>();
    private final Set<String> mentioned = new HashSet<>();

    /** @param source where those spellings were met that come without a source */
    DatacubeFile(CodeList current, Findings findings, String source) {
        this.current = current;
        this.findings = findings;
        this.source = source;
        this.zeros = new TrailingZeros(current, findings);
    }

    static List<FileColumn> fileColumns() {
        return Arrays.stream(ListColumn.values())
                .map(column -> new FileColumn(column.header(), column == ListColumn.CODE, column.meaning()))
                .toList();
    }

    @Override
    public void accept(CsvTable.Row row) {
        String name = row.field(ListColumn.LABEL_EN.header());
        String code = zeros.restore(row, ListColumn.CODE.header(), name);
        mentioned.add(code);
        Code known = current.find(code).orElse(null);
        if (hasFault(row) || (known == null && !hasWhatANewCodeNeeds(row))) {
            return;
        }
        Code base = known == null ? ListRow.bare(code, List.of()) : known;
        Code read = new ListRow(row::find).over(base, source);
        // one object for both where nothing changes: a large list is held often enough
        Proposal proposal = new Proposal(read.equals(known) ? known : read, known, row, COLUMNS);
        Proposal before = proposals.putIfAbsent(code, proposal);
        if (before != null) {
            repeat(before, proposal);
        }
    }

    @Override
    public List<Proposal> proposals() {
        return List.copyOf(proposals.values());
    }

    @Override
    public boolean lacks(Code code) {
        return !mentioned.contains(code.code())
                && proposals.values().stream()
                        .anyMatch(proposal -> proposal.code().level().equals(code.level()));
    }

    private boolean hasFault(CsvTable.Row row) {
        boolean faulty = false;
        for (ListColumn column : ListColumn.values()) {
            String right = row.find(column.header()).flatMap(column::fault).orElse(null);
            if (right != null) {
                String message = row.field(column.header()).isEmpty()
                        ? "The field is empty."
                        : "This cannot be read as " + column.header() + ".";
                findings.reject(row, column.header(), message, right);
                faulty = true;
            }
        }
        return faulty;
    }

    private boolean hasWhatANewCodeNeeds(CsvTable.Row row) {
        List<String> missing = Stream.of(ListColumn.LEVEL, ListColumn.LABEL_EN)
                .map(ListColumn::header)
                .filter(column -> row.find(column).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            findings.reject(
                    row,
                    ListColumn.CODE.header(),
                    "The list does not have this code, and for a new one the file lacks the columns "
                            + String.join(" and ", missing) + ".",
                    nearest(row));
        }
        return missing.isEmpty();
    }

    private String nearest(CsvTable.Row row) {
        return current.nearest(row.field(ListColumn.CODE.header()), 1).stream()
                .map(Code::code)
                .findFirst()
                .orElse(null);
    }

    private void repeat(Proposal before, Proposal again) {
        long line = before.row().line();
        if (again.code().equals(before.code())) {
            findings.warn(again.row(), ListColumn.CODE.header(), "Row " + line + " says the same of the same code.");
        } else {
            findings.reject(
                    again.row(), ListColumn.CODE.header(), "Row " + line + " says something else of the same code.");
        }
    }
}
