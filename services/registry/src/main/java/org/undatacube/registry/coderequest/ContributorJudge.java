package org.undatacube.registry.coderequest;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** Judges whether a contributor may get the code and the name that are wanted, by the lists as they are. */
final class ContributorJudge {
    private static final List<String> NOT_GIVEN_OUT = List.of("XX", "C09");
    private static final int LONGEST_WEBSITE = 500;
    private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s\\p{Cntrl}/?#]+\\.[^\\s\\p{Cntrl}]+");
    // the standard ruleset of IATI 2.03 for identifiers, and the two parts that they are made of
    private static final Pattern IATI_ORGANISATION = Pattern.compile("[A-Z0-9]+-[^/&|?\\s\\p{Cntrl}]{1,90}");

    private final CodeList contributors;
    private final CodeList locations;
    private final int year;

    /** @param year the present one: types that ended before are given out no more */
    ContributorJudge(CodeList contributors, CodeList locations, int year) {
        this.contributors = contributors;
        this.locations = locations;
        this.year = year;
    }

    /** Proposes a code where none is wished for. */
    Contributor withCode(Contributor wanted) {
        return wanted.code() == null && wanted.name() != null
                ? wanted.withCode(CodeProposal.of(wanted, contributors, locations))
                : wanted;
    }

    void judge(Contributor wanted, Findings findings) {
        new NameJudge(new KnownNames(contributors), findings).judge(wanted.name());
        judgeType(wanted, findings);
        judgeCountry(wanted, findings);
        // where there is no name either, no code could be proposed; that the name is missing has been said
        if (wanted.code() != null || wanted.name() != null) {
            new CodeJudge(contributors, locations, findings).judge(wanted);
        }
        judgeAddresses(wanted, findings);
    }

    private void judgeType(Contributor wanted, Findings findings) {
        List<Code> types = contributors.codes().stream()
                .filter(code -> code.level().equals("type"))
                .filter(code -> code.isValidIn(year) && !NOT_GIVEN_OUT.contains(code.code()))
                .toList();
        if (types.stream().noneMatch(type -> type.code().equals(wanted.type()))) {
            findings.add(
                    Constraint.TYPE_UNKNOWN,
                    "type",
                    wanted.type(),
                    "This is not a type of new contributors.",
                    types.stream().map(NameJudge::spoken).collect(Collectors.joining(", ")));
        }
    }

    private void judgeCountry(Contributor wanted, Findings findings) {
        if (wanted.country() == null) {
            if (wanted.isGovernment()) {
                findings.add(
                        Constraint.COUNTRY_MISSING,
                        "country",
                        null,
                        "A government is that of a country.",
                        "an ISO 3166-1 alpha-2 code such as NO");
            }
        } else if (Countries.find(locations, wanted.country()).isEmpty()) {
            String near = locations.resolve(wanted.country()).map(Code::code).orElse("NO");
            findings.add(
                    Constraint.COUNTRY_UNKNOWN,
                    "country",
                    wanted.country(),
                    "The list of locations has no such country.",
                    "an ISO 3166-1 alpha-2 code such as " + near);
        }
    }

    private static void judgeAddresses(Contributor wanted, Findings findings) {
        String website = wanted.website();
        if (website != null && (website.length() > LONGEST_WEBSITE || !isAddress(website, WEBSITE))) {
            findings.add(
                    Constraint.WEBSITE_FORM,
                    "website",
                    website,
                    "This is not an address on the web.",
                    "https://… of at most " + LONGEST_WEBSITE + " characters");
        }
        String organisation = wanted.iatiOrganisation();
        if (organisation != null && !isAddress(organisation, IATI_ORGANISATION)) {
            findings.add(
                    Constraint.IATI_ORGANISATION_FORM,
                    "iatiOrganisation",
                    organisation,
                    "This is not the form of an IATI organisation identifier.",
                    "registration agency, hyphen and number, without /, &, | and ?, such as NO-BRC-987654321");
        }
    }

    private static boolean isAddress(String text, Pattern form) {
        return PlainText.is(text) && form.matcher(text).matches();
    }
}
