package org.undatacube.registry.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** What is found in files of the project's own format, against a list of two types with two contributors. */
class ReadingTest {
    private static final CodeList LIST = new CodeList(
            "contributors",
            "Contributors",
            "1.0.0",
            List.of("type", "contributor"),
            List.of(
                    code("C01", "type", null, Map.of("en", "Government")),
                    code("C02", "type", null, Map.of("en", "NGOs")),
                    code(
                            "SE",
                            "contributor",
                            "C01",
                            Map.of("en", "Sweden", "fr", "Suède"),
                            alias("SIDA"),
                            alias("SWE")),
                    code("NO", "contributor", "C01", Map.of("en", "Norway"))));

    static Stream<Arguments> findings() {
        return Stream.of(
                // what no question could name
                found(
                        "code,parent,level,label_en\nA;B,C01,contributor,a\n",
                        "2 reject code A;B: Codes stand between ; and | and : in questions of the cubes, so none of"
                                + " them can be in a code."),
                found(
                        "code,parent,level,label_en\nA:B,C01,contributor,a\n",
                        "2 reject code A:B: Codes stand between ; and | and : in questions of the cubes, so none of"
                                + " them can be in a code."),
                // what conflicts
                found(
                        "code,parent\nSE,C09\n",
                        "2 reject parent C09: Neither the list nor the file has a code C09, which"
                                + " is to be above SE. -> C01, C02"),
                found("code,parent\nSE,SE\n", "2 reject parent SE: The code is above itself: SE > SE."),
                found(
                        "code,parent,level,label_en\nA,B,contributor,a\nB,A,contributor,b\n",
                        "2 reject parent B: The code is above itself: A > B > A.",
                        "3 reject parent A: The code is above itself: B > A > B."),
                found(
                        "code,parent\nSE,NO\n",
                        "2 warn parent NO: SE moves from contributor under C01 to contributor under NO.",
                        "2 reject parent NO: NO (contributor) cannot be above SE (contributor): the levels are, from the"
                                + " top, type, contributor."),
                found(
                        "code,level\nC01,contributor\n",
                        "2 warn level contributor: C01 moves from type to contributor.",
                        "2 reject level contributor: C01 (contributor) cannot be above SE (contributor): the levels are,"
                                + " from the top, type, contributor.",
                        "2 reject level contributor: C01 (contributor) cannot be above NO (contributor): the levels are,"
                                + " from the top, type, contributor."),
                found(
                        "code,level\nSE,donor\n",
                        "2 reject level donor: The list has no level donor. -> type, contributor"),
                found(
                        "code,parent,level,label_en,valid_from,valid_to\nA,C01,contributor,a,2020,2019\n",
                        "2 reject valid_to 2019: The last year, 2019, is before"
                                + " the first, 2020. -> 2020 or later"),
                found(
                        "code,valid_to\nSE,19\n",
                        "2 reject valid_to 19: This cannot be read as valid_to. -> a year, e.g." + " 2024, or nothing"),
                found(
                        "code,attributes\nSE,a=1;a=2\n",
                        "2 reject attributes a=1;a=2: This cannot be read as attributes. ->"
                                + " name=value, separated by semicolons, each name once"),
                found(
                        "code,label_origins\nSE,en=mine\n",
                        "2 reject label_origins en=mine: This cannot be read as"
                                + " label_origins. -> e.g. en=official;*=translated; origins are official, cldr and translated"),
                found(
                        "code,superseded_by\nSE,XX\n",
                        "2 reject superseded_by XX: Neither the list nor the file has a code" + " XX."),
                found(
                        "code,superseded_by,valid_to\nSE,SE,\n",
                        "2 reject superseded_by SE: A code cannot take its own" + " place."),
                found("code,label_en\nSE,\n", "2 reject label_en : The field is empty. -> not empty"),
                found("code,notes\n,x\n", "2 reject code : The field is empty. -> not empty"),
                found(
                        "code,notes\nNEW,x\n",
                        "2 reject code NEW: The list does not have this code, and for a new one the"
                                + " file lacks the columns level and label_en."),
                found(
                        "code,aliases\nNO,SIDA\n",
                        "2 reject aliases SIDA: \"SIDA\" already means SE; one spelling means one" + " code."),
                found(
                        "code,aliases\nNO,se\n",
                        "2 reject aliases se: \"se\" already means SE; one spelling means one" + " code."),
                found("code,notes\nSE,x\nSE,y\n", "3 reject code SE: Row 2 says something else of the same code."),
                found(
                        "code,notes\nSE,x,y\n",
                        "2 reject code SE: The row has more fields than the header; is a comma not" + " quoted?"),
                found(
                        "code,notes\nSE\n",
                        "2 reject code SE: The row has fewer fields than the header; is a line break not" + " quoted?"),
                found(
                        "code,notes\nSE,\u0000\n",
                        "2 reject notes \u0000: The field has a control character, which is no" + " text."),
                // what is suspicious
                found("code,notes\nSE,x\nSE,x\n", "3 warn code SE: Row 2 says the same of the same code."),
                found(
                        "code,parent\nSE,C02\n",
                        "2 warn parent C02: SE moves from contributor under C01 to contributor" + " under C02."),
                found("code,label_en\nNO,Sweden\n", "2 warn label_en Sweden: The code SE has this name too."),
                found(
                        "code,parent,level,label_en\nA,C01,contributor,One\nB,C01,contributor,ONE\n",
                        "3 warn label_en ONE: The code A has this name too."),
                found(
                        "code,parent,level,label_en\nse,C01,contributor,Another\n",
                        "2 warn code se: The code differs from SE in upper and lower case only; it is imported as another"
                                + " code. -> SE"),
                found(
                        "code,parent,level,label_en\nsida,C01,contributor,Another\n",
                        "2 warn code sida: Up to now this is another spelling of SE; from now on it means this code. ->"
                                + " SE"),
                found(
                        "code,label_en\nSE,Swedeland\n",
                        "2 warn label_en Swedeland: The English name was \"Sweden\", and its"
                                + " translations (fr) stay as they were."),
                found("code,label_en,label_fr\nSE,Swedeland,Suédelande\n"),
                found("code,label_en\nNO,Norge\n"),
                found("code,aliases\nSE,SWE\n", "2 warn aliases SWE: No longer understood as SE: SIDA."),
                found(
                        "code,superseded_by\nSE,NO\n",
                        "2 warn superseded_by NO: SE may be reported without end though NO takes its place. -> a last year"
                                + " in valid_to"),
                found(
                        "code,valid_to\nSE,2020\n",
                        "2 warn valid_to 2020: Up to now it could be reported without end;"
                                + " figures of 2021 and later that use it will be found wrong."),
                found(
                        "code,valid_from\nSE,2020\n",
                        "2 warn valid_from 2020: Up to now it could be reported in any year;"
                                + " figures of 2019 and earlier that use it will be found wrong."),
                found(
                        "code,label_en\nNO,Nor\uFFFDge\n",
                        "2 warn label_en Nor\uFFFDge: Characters are lost: \uFFFD stands"
                                + " for what a program could not read. Take the name from its source."),
                found(
                        "code,notes\nNO,CuraÃ§ao\n",
                        "2 warn notes CuraÃ§ao: Characters are damaged: text in UTF-8 was read"
                                + " as Windows-1252. It is imported as it stands. -> Curaçao"),
                // what is worth knowing
                found(
                        "code,label_en\n NO,Norway \n",
                        "2 note code  NO: There are blanks at the beginning or end; they are" + " left out. -> NO",
                        "2 note label_en Norway : There are blanks at the beginning or end; they are"
                                + " left out. -> Norway"),
                found(
                        "code,label_en\nNO,The  North\n",
                        "2 note label_en The  North: There are doubled or unusual blanks"
                                + " within the text. -> The North"),
                found("code,notes\nNO,\"Two  paragraphs\n\nof text\"\n"),
                found("code,notes\n,\nNO,x\n", "2 note code : The row is blank."));
    }

    @ParameterizedTest
    @MethodSource("findings")
    void everyOddityIsAFindingWithRowFieldAndValue(String file, List<String> expected) {
        assertEquals(expected, Reports.of(read(file).findings()));
    }

    @Test
    void whatIsSuspiciousComesInAndWhatConflictsDoesNot() {
        Reading reading = read("code,parent,notes\nSE,C02,moved\nNO,C09,not moved\n");

        assertEquals(List.of("SE"), reading.codes().stream().map(Code::code).toList());
        assertTrue(reading.findings().hasRejects());
    }

    @Test
    void absentIsWhatTheFileLeavesOutOnItsLevels() {
        assertEquals(List.of("NO"), absent("code,notes\nSE,x\n"));
        assertEquals(List.of("C01", "NO"), absent("code,notes\nSE,x\nC02,x\n"));
        assertEquals(List.of(), absent("code,notes\nSE,x\nNO,x\n"));
        // a row that is refused is there nevertheless
        assertEquals(List.of(), absent("code,parent\nSE,C01\nNO,C09\n"));
        assertEquals(List.of(), absent("code,valid_to\nSE,2020\nNO,soon\n"));
    }

    @Test
    void aSpellingMayPassFromOneCodeToAnother() {
        Reading reading = read("code,aliases\nSE,SWE\nNO,SIDA\n");

        assertEquals(List.of("2 warn aliases SWE: No longer understood as SE: SIDA."), Reports.of(reading.findings()));
        assertEquals(
                List.of(new Code.Alias("SIDA", "The reason")),
                reading.codes().get(1).aliases());
    }

    private static List<String> absent(String file) {
        return read(file).absent().stream().map(Code::code).toList();
    }

    private static Reading read(String file) {
        CsvTable table = CsvTable.read(file, ImportFormat.DATACUBE.columns(), true);
        return Reading.of(table, ImportFormat.DATACUBE, LIST, "The reason");
    }

    private static Arguments found(String file, String... findings) {
        return Arguments.of(file, List.of(findings));
    }

    private static Code.Alias alias(String spelling) {
        return new Code.Alias(spelling, "a source");
    }

    private static Code code(
            String code, String level, String parent, Map<String, String> label, Code.Alias... aliases) {
        return new Code(code, level, parent, label, Map.of(), null, null, null, null, null, List.of(aliases), Map.of());
    }
}
