package org.undatacube.registry.sdmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.undatacube.codelists.Hierarchy;
import org.undatacube.codelists.Hierarchy.Group;
import org.undatacube.codelists.Hierarchy.Membership;
import org.undatacube.registry.sdmx.StructureSearch.Found;

class GroupArtefactsTest {
    private static final Maintainable LOCATIONS = new Maintainable(
            ArtefactType.CODELIST,
            Maintainable.AGENCY,
            "CL_LOCATION",
            "3.1.0",
            true,
            null,
            Map.of("en", "Locations"),
            Map.of(),
            List.of(),
            "");

    /** Mali is in both groups, and left and came back to one of them; the names are as nasty as they may be. */
    private static final Hierarchy GROUPS = new Hierarchy(
            "my-groups",
            "1.2.0",
            false,
            Map.of("en", "Groups <&> \u0007 \"of\" \uD83C\uDF0D", "fr", "Groupes]]>"),
            null,
            List.of(
                    group("A.1", new Membership("ML", null, 1999), new Membership("ML", 2010, 2012, "a source")),
                    group("B", new Membership("ML", 2001, null), new Membership("G&I", null, null))));

    private static Group group(String code, Membership... members) {
        return new Group(code, Map.of("en", code), Map.of(), "What it is", null, List.of(members));
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatIsAsTheSchemasWantIt(Format format) throws IOException {
        OfficialSchemas.accept(format, written(format, Amount.FULL));
        OfficialSchemas.accept(format, written(format, Amount.STUB));
    }

    @Test
    void membershipsHaveTheirYearsAndAPlaceOfTheirOwn() {
        CodeHierarchy hierarchy = new GroupArtefacts(LOCATIONS, GROUPS).memberships();

        assertEquals("H_LOCATION_MY_GROUPS", hierarchy.head().id());
        assertEquals(
                List.of("A_1", "B"),
                hierarchy.top().stream().map(CodeHierarchy.Node::id).toList());
        CodeHierarchy.Node first = hierarchy.top().get(0);
        assertEquals("CL_LOCATION_MY_GROUPS", first.list().id());
        assertEquals(
                List.of("A_1$-ML", "A_1$-ML$-2"),
                first.children().stream().map(CodeHierarchy.Node::id).toList());
        CodeHierarchy.Node second = first.children().get(1);
        assertEquals("ML", second.code());
        assertEquals(2010, second.validFrom());
        assertEquals(2012, second.validTo());
        assertEquals("a source", second.annotations().get(0).texts().get("en"));
    }

    @Test
    void sdmx30FollowsTheListAndSdmx21NamesItsVersion() throws IOException {
        String following = written(Format.ML_3_0, Amount.FULL);
        String exact = written(Format.ML_2_1, Amount.FULL);

        assertTrue(following.contains("codelist.Code=UNDATACUBE:CL_LOCATION(1+.0.0).ML<"), following);
        assertTrue(exact.contains("maintainableParentID=\"CL_LOCATION\" maintainableParentVersion=\"3.1.0\""), exact);
        assertFalse(exact.contains("1+.0.0"), exact);
    }

    private static String written(Format format, Amount amount) throws IOException {
        GroupArtefacts groups = new GroupArtefacts(LOCATIONS, GROUPS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.writer(out)
                .write(new StructureMessage(
                        "TEST",
                        Instant.EPOCH,
                        Api.V3_0,
                        List.of(new Found(groups.groups(), amount), new Found(groups.memberships(), amount))));
        return out.toString(StandardCharsets.UTF_8);
    }
}
