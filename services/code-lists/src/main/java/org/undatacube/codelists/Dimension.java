package org.undatacube.codelists;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A dimension of the cube whose members come from one of the registry's code lists. The year is not among them. */
public enum Dimension {
    /** Standard I. Every line has it: the reporting entity or a part of it. */
    ENTITY("entities"),
    /** Standard II. */
    FUNCTION("functions"),
    /** Standard III: the recipient. */
    LOCATION("locations"),
    /** Standard IV: the funding type. */
    INSTRUMENT("instruments"),
    /** Standard V. */
    SDG("sdgs"),
    /** Standard VI. */
    CONTRIBUTOR("contributors"),
    /** Standard VII: the gender equality marker. */
    GEM("gender-markers");

    private final String codeList;

    Dimension(String codeList) {
        this.codeList = codeList;
    }

    /** The identifier of the registry's code list that holds this dimension's members. */
    public String codeList() {
        return codeList;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Dimension of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no dimension is called " + code));
    }

    public static Optional<Dimension> find(String code) {
        return Stream.of(values())
                .filter(dimension -> dimension.code().equals(code))
                .findFirst();
    }
}
