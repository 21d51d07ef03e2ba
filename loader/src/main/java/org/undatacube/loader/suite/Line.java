package org.undatacube.loader.suite;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import org.undatacube.codelists.Dimension;

/**
 * One amount of a submission, as the API takes it.
 *
 * @param dimension the one that the line's breakdown gives
 * @param code the dimension's code
 * @param amount exact; sent as a string so that no digit is lost on the way
 * @param entity the part of the reporting entity that the amount belongs to, or null where it is the entity itself
 * @param currency ISO 4217, or null for United States dollars
 * @param basis EXP or BUD, or null
 * @param lineId where the line stands in the file that it comes from
 * @param note what the file says that the line cannot, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Line(
        @JsonIgnore Dimension dimension,
        @JsonIgnore String code,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        String entity,
        String currency,
        String basis,
        String lineId,
        String note) {

    @JsonAnyGetter
    Map<String, String> codes() {
        return Map.of(dimension.code(), code);
    }
}
