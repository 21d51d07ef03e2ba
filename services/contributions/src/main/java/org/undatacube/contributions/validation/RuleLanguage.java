package org.undatacube.contributions.validation;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** A language in which the rules are written down. */
enum RuleLanguage {
    ENGLISH(Locale.ENGLISH),
    FRENCH(Locale.FRENCH);

    private static final String BUNDLE = "rules.rules";

    private final Locale locale;
    private final Map<Rule, RuleText> texts = new EnumMap<>(Rule.class);

    RuleLanguage(Locale locale) {
        this.locale = locale;
        ResourceBundle bundle = ResourceBundle.getBundle(
                // a missing language must not be taken from the machine's
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        for (Rule rule : Rule.values()) {
            texts.put(
                    rule,
                    new RuleText(
                            bundle.getString(rule.id() + ".title"),
                            bundle.getString(rule.id() + ".text"),
                            bundle.getString(rule.id() + ".right"),
                            bundle.getString(rule.id() + ".source")));
        }
    }

    Locale locale() {
        return locale;
    }

    RuleText textOf(Rule rule) {
        return texts.get(rule);
    }

    /** Lookup as in RFC 4647; English where the header {@code Accept-Language} names none of them, or is none. */
    static RuleLanguage wanted(String acceptLanguage) {
        try {
            List<Locale> offered = Stream.of(values()).map(RuleLanguage::locale).toList();
            Locale best =
                    acceptLanguage == null ? null : Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), offered);
            return Locale.FRENCH.equals(best) ? FRENCH : ENGLISH;
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
    }
}
