package org.undatacube.registry.coderequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** Each constraint on names and codes, by requests that break it and no other. */
class ConstraintTest {
    private static final CodeList LOCATIONS = list(
            "locations",
            code("142", "region", null, "Asia"),
            code("NO", "country", null, "Norway", new Code.Alias("NOR", "test")),
            code("SE", "country", null, "Sweden"));
    private static final CodeList CONTRIBUTORS = list(
            "contributors",
            code("C01", "type", null, "Government"),
            code("C05", "type", null, "Foundations"),
            code("C09", "type", null, "No contributor"),
            until2017(code("C0X", "type", null, "Non-government")),
            code("XX", "type", null, "Type not assigned"),
            code(
                    "ALPWT",
                    "contributor",
                    "C05",
                    "Alpine Water Trust",
                    new Code.Alias("Fonds alpin de l'eau", "test"),
                    new Code.Alias("OLDALP", "test")),
            code("SE", "contributor", "C01", "Sweden"),
            code("NORF", "contributor", "C05", "Northern Folk"),
            code("WCF", "contributor", "C05", "Water Care Federation"));

    static Stream<Arguments> broken() {
        return Stream.of(
                of(Constraint.NAME_LENGTH, "name", "X"),
                of(Constraint.NAME_LENGTH, "name", " "),
                of(Constraint.NAME_LENGTH, "name", null),
                of(Constraint.NAME_LENGTH, "name", "Nord".repeat(51)),
                of(Constraint.TEXT_UNREADABLE, "name", "Nordic\u0000Ocean"),
                of(Constraint.TEXT_UNREADABLE, "name", "Nordic\u202eOcean"),
                of(Constraint.NAME_TAKEN, "name", "Alpine Water Trust"),
                of(Constraint.NAME_TAKEN, "name", "Alpine-Water, Trust"),
                of(Constraint.NAME_TAKEN, "name", "Fonds Alpin de l'Eau"),
                of(Constraint.NAME_NEAR, "name", "The Alpine Water Trust, Inc."),
                of(Constraint.NAME_NEAR, "name", "Alpine Water Trust (Switzerland)"),
                of(Constraint.NAME_NEAR, "name", "Trust, Alpine Water"),
                of(Constraint.NAME_NEAR, "name", "Alpine Watre Trust"),
                of(Constraint.NAME_NEAR, "name", "Alpiner Wassertrust/Alpine Water Trust"),
                of(Constraint.NAME_NOT_ENGLISH, "name", "Fundação Verde Longe"),
                of(Constraint.NAME_NOT_ENGLISH, "name", "Фонд чистой воды"),
                of(Constraint.NAME_FEW_LETTERS, "name", "Fund 1971-2026"),
                of(Constraint.NAME_ALL_CAPITALS, "name", "NORDIC OCEAN FOUNDATION"),
                of(Constraint.NAME_ABBREVIATED, "name", "NOF"),
                of(Constraint.CODE_FORM, "code", "N"),
                of(Constraint.CODE_FORM, "code", "NORDICOCEAN"),
                of(Constraint.CODE_FORM, "code", "norf"),
                of(Constraint.CODE_FORM, "code", "NO RF"),
                of(Constraint.CODE_FORM, "code", "NORF-"),
                of(Constraint.CODE_FORM, "code", "12345"),
                of(Constraint.CODE_TAKEN, "code", "ALPWT"),
                of(Constraint.CODE_TAKEN, "code", "OLDALP"),
                of(Constraint.CODE_TAKEN, "code", "C05"),
                of(Constraint.CODE_NEAR, "code", "ALPWU"),
                of(Constraint.CODE_NEAR, "code", "ALPXWT"),
                of(Constraint.CODE_OF_COUNTRY, "code", "NO"),
                of(Constraint.GOVERNMENT_CODE, "code", "NORWAY", "type", "C01", "country", "NO"),
                of(Constraint.CODE_WITH_HYPHEN, "code", "NOR-OCEAN"),
                of(Constraint.TYPE_UNKNOWN, "type", "C99"),
                of(Constraint.TYPE_UNKNOWN, "type", "c05"),
                of(Constraint.TYPE_UNKNOWN, "type", "XX"),
                of(Constraint.TYPE_UNKNOWN, "type", "C0X"),
                of(Constraint.TYPE_UNKNOWN, "type", "ALPWT"),
                of(Constraint.TYPE_UNKNOWN, "type", null),
                of(Constraint.COUNTRY_MISSING, "country", null, "type", "C01"),
                of(Constraint.COUNTRY_UNKNOWN, "country", "no"),
                of(Constraint.COUNTRY_UNKNOWN, "country", "NOR"),
                of(Constraint.COUNTRY_UNKNOWN, "country", "QQ", "type", "C01"),
                of(Constraint.COUNTRY_UNKNOWN, "country", "142"),
                of(Constraint.GOVERNMENT_KNOWN, "country", "SE", "type", "C01"),
                of(Constraint.JUSTIFICATION_LENGTH, "justification", "Needed"),
                of(Constraint.JUSTIFICATION_LENGTH, "justification", "Needed. ".repeat(70)),
                of(Constraint.JUSTIFICATION_BRIEF, "justification", "We need it now"),
                of(Constraint.TEXT_UNREADABLE, "justification", "Pledged 2.5 million\u0007 USD to us"),
                of(Constraint.WEBSITE_FORM, "website", "norf.example.org"),
                of(Constraint.WEBSITE_FORM, "website", "javascript://norf.example.org"),
                of(Constraint.WEBSITE_FORM, "website", "https://"),
                of(Constraint.WEBSITE_FORM, "website", "https://a.b/" + "c".repeat(500)),
                of(Constraint.IATI_ORGANISATION_FORM, "iatiOrganisation", "987654321"),
                of(Constraint.IATI_ORGANISATION_FORM, "iatiOrganisation", "NO-BRC-98/76"),
                of(Constraint.IATI_ORGANISATION_FORM, "iatiOrganisation", "NO-BRC-98 76"));
    }

    private static Arguments of(Constraint constraint, String member, String value, String... others) {
        Map<String, String> request = with(others);
        request.put(member, value);
        return Arguments.of(constraint, member, request);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenConstraintIsFoundWithItsFieldAndWhatWouldBeRight(
            Constraint constraint, String field, Map<String, String> request) {
        List<Finding> findings = judge(request);

        assertEquals(
                List.of(constraint.id()),
                findings.stream().map(Finding::constraint).toList());
        Finding finding = findings.get(0);
        assertEquals(constraint.severity(), finding.severity());
        assertEquals(constraint.source().title(), finding.source());
        assertEquals(field, finding.field());
        assertEquals(Contributor.tidy(request.get(field)), finding.value());
        assertFalse(finding.message().isEmpty());
        assertFalse(finding.expected().isEmpty());
    }

    @Test
    void nothingIsFoundAboutWhatKeepsThemAll() {
        assertEquals(List.of(), judge(with()));
        assertEquals(List.of(), judge(with("country", "NO", "type", "C01", "code", "NO", "name", "Norway")));
    }

    @Test
    void aFindingNamesTheLikelyDuplicatesAndWhatWasMeant() {
        assertTrue(judge(with("name", "Alpine Watre Trust")).get(0).message().contains("ALPWT (Alpine Water Trust)"));
        assertTrue(judge(with("country", "NOR")).get(0).expected().contains("NO"));
        assertEquals(
                "C01 (Government), C05 (Foundations)",
                judge(with("type", "C99")).get(0).expected());
    }

    @ParameterizedTest
    @MethodSource
    void aProposedCodeComesFromTheNameAndIsFree(String name, String type, String expected) {
        assertEquals(
                expected,
                CodeProposal.of(new Contributor(name, type, "NO", null, null, null), CONTRIBUTORS, LOCATIONS));
    }

    static Stream<Arguments> aProposedCodeComesFromTheNameAndIsFree() {
        return Stream.of(
                Arguments.of("Norway", "C01", "NO"),
                Arguments.of("NORC", "C05", "NORC"),
                Arguments.of("Third World Network", "C02", "TWN"),
                Arguments.of("Committee on Space Research (COSPAR)", "C02", "COSPAR"),
                Arguments.of("Eventbrite", "C06", "EVENTBRITE"),
                Arguments.of("Telecommunications", "C06", "TELECOMMUN"),
                Arguments.of("Port of Rotterdam", "C03", "POR"),
                Arguments.of("World Cocoa Foundation", "C05", "WOCF"),
                Arguments.of("Nordic (NORF)", "C05", "NORDIC"),
                Arguments.of("Åland Øst Fond", "C05", "AOF"),
                Arguments.of("Фонд чистой воды", "C05", "FCV"),
                Arguments.of("Li", "C06", "LX"),
                Arguments.of("2020", "C06", "2X"),
                Arguments.of("???", "C06", "CONTRIBUTO"));
    }

    @Test
    void aProposedCodeIsNumberedWhereAllThatTheNameGivesIsTaken() {
        CodeList taken = list(
                "contributors",
                code("C05", "type", null, "Foundations"),
                code("NOF", "contributor", "C05", "One"),
                code("NORF", "contributor", "C05", "Two"));

        assertEquals(
                "NOF2", CodeProposal.of(new Contributor("Nor Fond", "C05", null, null, null, null), taken, LOCATIONS));
    }

    @Test
    void everyConstraintIsExplainedWithItsSource() throws IOException {
        String page = Files.readString(Path.of("../../docs/how-to-request-a-contributor-code.md"));

        for (Constraint constraint : Constraint.values()) {
            String row = "| `" + constraint.id() + "` | "
                    + constraint.severity().code() + " | " + constraint.source().title() + " | ";
            assertTrue(page.contains(row), row);
        }
    }

    private static List<Finding> judge(Map<String, String> request) {
        Findings findings = new Findings();
        Contributor wanted = new Contributor(
                request.get("name"),
                request.get("type"),
                request.get("country"),
                request.get("code"),
                request.get("website"),
                request.get("iatiOrganisation"));
        ContributorJudge judge = new ContributorJudge(CONTRIBUTORS, LOCATIONS, 2026);
        judge.judge(judge.withCode(wanted), findings);
        RequestJudge.judgeJustification(Contributor.tidy(request.get("justification")), findings);
        return findings.all();
    }

    /** A request that keeps all constraints, but for some members: by turns a name and its value. */
    private static Map<String, String> with(String... members) {
        Map<String, String> request = new HashMap<>();
        request.put("name", "Nordic Ocean Research Foundation");
        request.put("type", "C05");
        request.put("code", "NORDOC");
        request.put("justification", "Pledged 2.5 million USD to our ocean programme in 2026");
        for (int index = 0; index < members.length; index += 2) {
            request.put(members[index], members[index + 1]);
        }
        return request;
    }

    private static CodeList list(String id, Code... codes) {
        List<String> levels = Stream.of(codes).map(Code::level).distinct().toList();
        return new CodeList(id, id, "1.0.0", levels, List.of(codes));
    }

    private static Code code(String code, String level, String parent, String name, Code.Alias... aliases) {
        return code(code, level, parent, name, null, List.of(aliases));
    }

    private static Code until2017(Code code) {
        return code(code.code(), code.level(), code.parent(), code.englishLabel(), 2017, code.aliases());
    }

    private static Code code(
            String code, String level, String parent, String name, Integer validTo, List<Code.Alias> aliases) {
        return new Code(
                code, level, parent, Map.of("en", name), Map.of(), null, null, null, validTo, null, aliases, Map.of());
    }
}
