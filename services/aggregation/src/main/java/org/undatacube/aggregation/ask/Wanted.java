package org.undatacube.aggregation.ask;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.export.Coding;
import org.undatacube.aggregation.export.Format;
import org.undatacube.aggregation.export.Labels;
import org.undatacube.aggregation.export.Style;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.http.Language;

/**
 * How an answer is given.
 *
 * @param coding of what is sent; none of a form that is compressed already
 */
public record Wanted(Style style, Coding coding) {
    /** The parameters that say it. */
    static final List<String> PARAMETERS =
            List.of(ParameterNames.FORMAT, ParameterNames.LABELS, ParameterNames.LANGUAGE);

    public Wanted {
        coding = style.format().isCompressible() ? coding : Coding.IDENTITY;
    }

    /** As the parameters say, else as is accepted. */
    static Wanted of(Parameters parameters, Accepted accepted) {
        Style style = new Style(
                parameters
                        .word(ParameterNames.FORMAT, Format.codes())
                        .flatMap(Format::find)
                        .orElse(accepted.format()),
                parameters
                        .word(ParameterNames.LABELS, Labels.codes())
                        .flatMap(Labels::find)
                        .orElse(Labels.BOTH),
                parameters
                        .word(ParameterNames.LANGUAGE, Language.codes())
                        .flatMap(Language::find)
                        .orElse(accepted.language()));
        return new Wanted(style, accepted.coding());
    }

    /** Different where the bytes of the same answer are. */
    String tag() {
        return Stream.of(
                        style.format().code(),
                        style.labels() == Labels.BOTH ? "" : style.labels().code(),
                        style.language() == Language.ENGLISH
                                ? ""
                                : style.language().code(),
                        coding == Coding.IDENTITY ? "" : coding.code())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
    }

    /** What a file of the answer is called, if it is one that is kept as a file. */
    public String fileName(Inquiry inquiry) {
        return Stream.concat(
                                Stream.of(inquiry.question().cube().code()),
                                inquiry.question().drilldowns().stream().map(Drilldown::key))
                        .collect(Collectors.joining("-"))
                + "." + style.format().fileExtension();
    }
}
