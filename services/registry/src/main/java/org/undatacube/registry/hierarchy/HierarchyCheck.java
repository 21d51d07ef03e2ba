package org.undatacube.registry.hierarchy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Hierarchy;
import org.undatacube.http.Language;
import org.undatacube.http.Problem;
import org.undatacube.registry.RegistryProblem;
import org.undatacube.registry.codelist.CodeLists;

/** Whether a hierarchy may be kept: it can be named in questions, is in words, and groups codes that its list has. */
final class HierarchyCheck {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** Stands in cuts where a hierarchy's name does: {@code sdg:only:5}. */
    private static final String ONLY = "only";
    /** Needs no escaping in questions, and is not the dash that stands for no group. */
    private static final Pattern GROUP_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    private static final int LONGEST_NAME = 50;
    private static final int MOST_GROUPS = 1_000;
    private static final int MOST_MEMBERS = 10_000;
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2100;
    private static final Set<String> ORIGINS = Set.of("official", "cldr", "translated");

    private final CodeList list;
    private final HierarchyDocument hierarchy;
    private final List<Finding> findings = new ArrayList<>();

    private HierarchyCheck(CodeList list, HierarchyDocument hierarchy) {
        this.list = list;
        this.hierarchy = hierarchy;
    }

    /** What is wrong, in the order of the body; nothing where it may be kept. */
    static List<Finding> of(CodeList list, HierarchyDocument hierarchy) {
        HierarchyCheck check = new HierarchyCheck(list, hierarchy);
        check.checkId();
        check.checkNames("/titles", hierarchy.titles());
        check.checkOrigins("/titleOrigins", hierarchy.titleOrigins());
        check.checkText("/definition", hierarchy.definition());
        check.checkGroups();
        return List.copyOf(check.findings);
    }

    static Problem problem(List<Finding> findings) {
        String count = findings.size() == 1 ? "a finding says" : findings.size() + " findings say";
        return new Problem(RegistryProblem.INVALID_HIERARCHY, "The hierarchy was not kept; " + count + " why.")
                .with("findings", findings);
    }

    private void checkId() {
        String id = hierarchy.id();
        if (!ID.matcher(id).matches() || id.length() > LONGEST_NAME) {
            find("/id", id, "The identifier is at most " + LONGEST_NAME + " small letters, digits and single hyphens.");
        }
        if (id.equals(ONLY)) {
            find("/id", id, "In a cut only is a word of the question; a hierarchy cannot be called so.");
        }
        if (list.levels().contains(id)) {
            find("/id", id, "A level of " + list.id() + " is called so; a question could mean either.");
        }
    }

    private void checkGroups() {
        List<Hierarchy.Group> groups = hierarchy.groups();
        long members =
                groups.stream().mapToLong(group -> group.members().size()).sum();
        if (groups.isEmpty() || groups.size() > MOST_GROUPS || members > MOST_MEMBERS) {
            find(
                    "/groups",
                    groups.size(),
                    "A hierarchy has from 1 to " + MOST_GROUPS + " groups and at most " + MOST_MEMBERS + " members.");
            return;
        }
        Set<String> known = new HashSet<>();
        for (int index = 0; index < groups.size(); index++) {
            Hierarchy.Group group = groups.get(index);
            String at = "/groups/" + index;
            checkCode(at + "/code", group.code(), known);
            checkNames(at + "/label", group.label());
            checkOrigins(at + "/labelOrigin", group.labelOrigin());
            checkText(at + "/definition", group.definition());
            checkText(at + "/source", group.source());
            for (int member = 0; member < group.members().size(); member++) {
                checkMember(at + "/members/" + member, group.members().get(member));
            }
        }
        findings.addAll(new OverlapCheck(list, hierarchy).findings());
    }

    private void checkCode(String at, String code, Set<String> known) {
        if (code == null || !GROUP_CODE.matcher(code).matches() || code.length() > LONGEST_NAME) {
            find(
                    at,
                    code,
                    "A group's code is at most " + LONGEST_NAME
                            + " letters, digits, dots, underscores and hyphens, the first a letter or digit.");
        } else if (!known.add(code.toUpperCase(Locale.ROOT))) {
            find(at, code, "Another group has this code, be it in other letters' case.");
        }
    }

    private void checkMember(String at, Hierarchy.Membership member) {
        if (member.code() == null || list.find(member.code()).isEmpty()) {
            findings.add(unknown(at + "/code", member.code()));
        }
        checkYear(at + "/validFrom", member.validFrom());
        checkYear(at + "/validTo", member.validTo());
        if (member.validFrom() != null && member.validTo() != null && member.validFrom() > member.validTo()) {
            find(at + "/validTo", member.validTo(), "The last year is before the first, " + member.validFrom() + ".");
        }
        checkText(at + "/source", member.source());
    }

    private Finding unknown(String at, String code) {
        if (code == null) {
            return new Finding(at, null, "A member needs the code of which it is.", null);
        }
        List<String> meant =
                list.resolve(code).map(Code::code).map(List::of).orElseGet(() -> CodeLists.nearest(list, code));
        return new Finding(
                at, code, "The list " + list.id() + " has no code " + code + ".", meant.isEmpty() ? null : meant);
    }

    private void checkYear(String at, Integer year) {
        if (year != null && (year < EARLIEST || year > LATEST)) {
            find(at, year, "A year is from " + EARLIEST + " to " + LATEST + ", or left out where there is no bound.");
        }
    }

    private void checkNames(String at, Map<String, String> names) {
        if (!names.containsKey("en")) {
            find(at, null, "A name in English (en) is needed.");
        }
        names.forEach((language, name) -> {
            checkLanguage(at, language);
            if (name == null || name.isBlank()) {
                find(at + "/" + language, name, "The name is empty; leave out a language that there is no name in.");
            }
            checkText(at + "/" + language, name);
        });
    }

    private void checkOrigins(String at, Map<String, String> origins) {
        origins.forEach((language, origin) -> {
            checkLanguage(at, language);
            if (origin == null || !ORIGINS.contains(origin)) {
                find(at + "/" + language, origin, "The origin of a name is official, cldr or translated.");
            }
        });
    }

    private void checkLanguage(String at, String language) {
        if (!Language.codes().contains(language)) {
            find(at, language, "The languages are " + String.join(", ", Language.codes()) + ".");
        }
    }

    /** The database keeps no NUL and a reader has no use for the other control characters. */
    private void checkText(String at, String text) {
        if (text != null && text.codePoints().anyMatch(HierarchyCheck::isNoText)) {
            find(at, null, "The text has a control character, or half of a character, in it.");
        }
    }

    private static boolean isNoText(int character) {
        return (Character.isISOControl(character) && character != '\n')
                || Character.getType(character) == Character.SURROGATE;
    }

    private void find(String pointer, Object value, String message) {
        findings.add(new Finding(pointer, value, message, null));
    }
}
