package org.undatacube.loader.ceb;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** One row of a file while it is read: its fields as typed values, each oddity noted. */
final class Row {
    private static final int SUGGESTIONS = 3;

    private final NamedCsvRecord record;
    private final Findings findings;
    private final BigDecimal amount;

    Row(NamedCsvRecord record, Findings findings) {
        this.record = record;
        this.findings = findings;
        this.amount = parseAmount(text("amount"));
    }

    long number() {
        return record.getStartingLineNumber();
    }

    List<String> fields() {
        return record.getFields();
    }

    String text(String field) {
        return record.getField(field);
    }

    /** The exact amount; empty where the row has none, which is noted. */
    Optional<BigDecimal> amount() {
        if (amount == null) {
            find(text("amount").isBlank() ? Rule.AMOUNT_MISSING : Rule.NOT_A_NUMBER, "amount", "");
            return Optional.empty();
        }
        if (text("amount").strip().equals("-")) {
            find(Rule.DASH_IS_ZERO, "amount", "");
        }
        if (amount.signum() < 0) {
            find(Rule.NEGATIVE_AMOUNT, "amount", "");
        }
        if (amount.scale() > 2) {
            find(Rule.BEYOND_CENTS, "amount", "");
        }
        return Optional.of(amount);
    }

    Optional<Integer> year(String field) {
        try {
            return Optional.of(Integer.parseInt(text(field).strip()));
        } catch (NumberFormatException e) {
            find(Rule.NOT_A_NUMBER, field, "");
            return Optional.empty();
        }
    }

    /** The code that a field means, in whatever spelling; empty where the list has none, which is noted. */
    Optional<Code> code(String field, CodeList list) {
        String written = text(field);
        Optional<Code> code = list.resolve(written);
        if (code.isEmpty()) {
            find(Rule.UNKNOWN_CODE, field, suggestions(list, written));
        } else if (!code.get().code().equals(written)) {
            find(Rule.CODE_ALIAS, field, "Read as " + code.get().code() + ".");
        }
        return code;
    }

    /** @param addition what the rule's own text does not say, or empty */
    void find(Rule rule, String field, String addition) {
        String message = addition.isEmpty() ? rule.text() : rule.text() + " " + addition;
        findings.add(new Finding(rule, number(), field, text(field), amount, message));
    }

    private static BigDecimal parseAmount(String written) {
        String stripped = written.strip();
        if (stripped.equals("-")) {
            return BigDecimal.ZERO;
        }
        try {
            return new BigDecimal(stripped);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String suggestions(CodeList list, String written) {
        String nearest =
                list.nearest(written, SUGGESTIONS).stream().map(Code::code).collect(Collectors.joining(", "));
        return nearest.isEmpty() ? "" : "Nearest: " + nearest + ".";
    }
}
