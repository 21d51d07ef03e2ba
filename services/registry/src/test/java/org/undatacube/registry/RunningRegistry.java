package org.undatacube.registry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.undatacube.embeddedpostgresql.FreePorts;
import org.undatacube.embeddedpostgresql.PostgreSqlTestResource;
import org.undatacube.http.OpenIdProvider;

/** The tested registry: on a PostgreSQL of its own and a port that is free. */
@QuarkusTest
@WithTestResource(value = PostgreSqlTestResource.class, initArgs = @ResourceArg(name = "database", value = "registry"))
@WithTestResource(RunningRegistry.FreePort.class)
@WithTestResource(RunningRegistry.Provider.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RunningRegistry {

    /** A port for the tested service. It must be known before the start: the registry verifies by its own address. */
    final class FreePort implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return Map.of("quarkus.http.test-port", String.valueOf(FreePorts.next()));
        }

        @Override
        public void stop() {
            // nothing is held
        }
    }

    /** An OpenID Connect provider, which calls reviewers by another name. Injected where a test has a field for it. */
    final class Provider implements QuarkusTestResourceLifecycleManager {
        public static final String NAME_OF_REVIEWERS = "Secretariat/Reviewers";

        private OpenIdProvider provider;

        @Override
        public Map<String, String> start() {
            provider = OpenIdProvider.start();
            return Map.of(
                    "quarkus.oidc.openid.tenant-enabled",
                    "true",
                    "quarkus.oidc.openid.auth-server-url",
                    provider.issuer(),
                    "datacube.registry.openid.role-names.reviewer",
                    NAME_OF_REVIEWERS);
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(provider, new TestInjector.MatchesType(OpenIdProvider.class));
        }

        @Override
        public void stop() {
            provider.close();
        }
    }
}
