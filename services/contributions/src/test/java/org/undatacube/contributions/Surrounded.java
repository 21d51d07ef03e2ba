package org.undatacube.contributions;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.undatacube.embeddedpostgresql.PostgreSqlTestResource;

/** What the tests of the service run with: a PostgreSQL server, and a registry with a few codes. */
@QuarkusTestResource(
        value = PostgreSqlTestResource.class,
        initArgs = @ResourceArg(name = "database", value = "contributions"))
@QuarkusTestResource(RegistryStandIn.class)
final class Surrounded {
    private Surrounded() {}
}
