package org.undatacube.acceptance.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.undatacube.embeddedpostgresql.FreePorts;
import org.undatacube.http.OpenIdProvider;
import org.undatacube.http.OpenIdSignIn;

/**
 * The packaged suite on free ports, its data and logs in {@code target/suite-…}. Started when first asked for and
 * stopped at the end of the test run.
 */
public final class RunningSuite implements AutoCloseable {
    /** The folder of the whole project. */
    public static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    private final List<ServiceProcess> furtherGateways = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final Map<String, String> settings;
    private final Provider provider;
    private final int metricsPort;
    private final Map<String, String> addresses;
    private final DatabaseProcess database;
    private final ServiceProcess registry;
    private final ServiceProcess contributions;
    private final ServiceProcess aggregation;
    private final ServiceProcess scanner;
    private final ServiceProcess gateway;
    private final ServiceProcess secondGateway;
    private final Path administratorKeyFile;

    private static final class ProviderHolder {
        private static final OpenIdProvider PROVIDER = OpenIdProvider.start();
    }

    private static final class Holder {
        private static final RunningSuite SUITE = start();

        private static RunningSuite start() {
            RunningSuite suite = new RunningSuite(freshFolder(), usualProvider(), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(suite::stop));
            suite.startAll();
            return suite;
        }
    }

    /**
     * The OpenID Connect provider whose tokens are taken, and where people sign in.
     *
     * @param secret of its client, the explorer
     */
    public record Provider(String issuer, String secret) {}

    /**
     * @param settings the environment of all its services
     */
    private RunningSuite(Path folder, Provider provider, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
        this.provider = provider;
        this.metricsPort = FreePorts.next();
        this.administratorKeyFile = folder.resolve("administrator-key");
        this.database = new DatabaseProcess(folder.resolve("postgresql"), FreePorts.next());
        int registryPort = FreePorts.next();
        int contributionsPort = FreePorts.next();
        int aggregationPort = FreePorts.next();
        this.addresses = Map.of(
                "DATACUBE_REGISTRY_URL", "http://127.0.0.1:" + registryPort,
                "DATACUBE_CONTRIBUTIONS_URL", "http://127.0.0.1:" + contributionsPort,
                "DATACUBE_AGGREGATION_URL", "http://127.0.0.1:" + aggregationPort);
        Map<String, String> registryOnly = new HashMap<>(database.environment("registry"));
        registryOnly.put(
                "DATACUBE_REGISTRY_SIGNING_SECRET_FILE", signingSecretFile().toString());
        registryOnly.put("QUARKUS_OIDC_OPENID_TENANT_ENABLED", "true");
        registryOnly.put("QUARKUS_OIDC_OPENID_AUTH_SERVER_URL", provider.issuer());
        this.registry = service("registry", "services/registry", registryPort, registryOnly);
        this.contributions = service(
                "contributions", "services/contributions", contributionsPort, database.environment("contributions"));
        this.aggregation =
                service("aggregation", "services/aggregation", aggregationPort, database.environment("aggregation"));
        this.scanner = service(
                "scanner",
                "services/aggregation",
                FreePorts.next(),
                Map.of(
                        "DATACUBE_AGGREGATION_STORE",
                        folder.resolve("scanned").toString(),
                        "DATACUBE_AGGREGATION_PREAGGREGATES_MEMORY_LIMIT",
                        "0",
                        // where nobody listens: it does without
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://127.0.0.1:1/aggregation",
                        "QUARKUS_DATASOURCE_USERNAME",
                        "aggregation",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "none"));
        this.gateway = gateway("gateway", metricsPort, Map.of());
        this.secondGateway = gateway("second-gateway", FreePorts.next(), Map.of());
    }

    private ServiceProcess gateway(String name, int itsMetricsPort, Map<String, String> own) {
        Map<String, String> environment = new HashMap<>(own);
        environment.put("DATACUBE_METRICS_PORT", Integer.toString(itsMetricsPort));
        environment.put("QUARKUS_OIDC_EXPLORER_TENANT_ENABLED", "true");
        environment.put("QUARKUS_OIDC_EXPLORER_AUTH_SERVER_URL", provider.issuer());
        environment.put("QUARKUS_OIDC_EXPLORER_CREDENTIALS_SECRET", provider.secret());
        return service(name, "gateway", FreePorts.next(), environment);
    }

    /** A new secret, as {@code ./datacube} makes it. */
    private Path signingSecretFile() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        try {
            return Files.writeString(
                    folder.resolve("signing-secret"), HexFormat.of().formatHex(secret));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param module the Maven module's folder within the project */
    private ServiceProcess service(String name, String module, int port, Map<String, String> own) {
        Map<String, String> environment = new HashMap<>(addresses);
        environment.put("DATACUBE_REGISTRY_ADMINISTRATOR_KEY_FILE", administratorKeyFile.toString());
        environment.put("DATACUBE_AGGREGATION_STORE", aggregationStore().toString());
        environment.putAll(settings);
        environment.putAll(own);
        return new ServiceProcess(name, PROJECT.resolve(module), port, folder, environment);
    }

    public static RunningSuite get() {
        return Holder.SUITE;
    }

    /** The OpenID Connect provider whose tokens suites take, unless they trust another. */
    public static OpenIdProvider openIdProvider() {
        return ProviderHolder.PROVIDER;
    }

    /** Another suite beside the usual one, for tests whose figures would be in the way of others. */
    public static RunningSuite another() {
        return another(Map.of());
    }

    /** @param settings the environment of all its services */
    public static RunningSuite another(Map<String, String> settings) {
        return started(new RunningSuite(freshFolder(), usualProvider(), settings));
    }

    /** Another suite beside the usual one. */
    public static RunningSuite trusting(Provider provider) {
        return started(new RunningSuite(freshFolder(), provider, Map.of()));
    }

    private static Provider usualProvider() {
        return new Provider(openIdProvider().issuer(), OpenIdSignIn.SECRET);
    }

    private static RunningSuite started(RunningSuite suite) {
        try {
            suite.startAll();
        } catch (RuntimeException | Error e) {
            closeAfter(e, suite);
            throw e;
        }
        return suite;
    }

    private static void closeAfter(Throwable failure, RunningSuite suite) {
        try {
            suite.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** PostgreSQL, the three services and the gateway. */
    public List<SuiteProcess> processes() {
        return List.of(database, registry, contributions, aggregation, gateway);
    }

    /** The key that the registry's first start has made. */
    public String administratorKey() {
        try {
            return Files.readString(administratorKeyFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where each service, and the gateway, tells its metrics, by name. */
    public Map<String, URI> metrics() {
        Map<String, URI> pages = new HashMap<>();
        Stream.of(registry, contributions, aggregation)
                .forEach(service -> pages.put(service.name(), service.address().resolve("/metrics")));
        pages.put(gateway.name(), URI.create("http://127.0.0.1:" + metricsPort + "/metrics"));
        return pages;
    }

    /** What a service, or the gateway, has written to its log so far. */
    public List<String> log(String service) {
        try {
            return Files.readAllLines(folder.resolve(service + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The gateway as the administrator sees it. */
    public Gateway administrator() {
        return new Gateway(gateway.address(), administratorKey());
    }

    /** A second gateway before the same services. It starts when first asked for. */
    public Gateway secondGateway() {
        secondGateway.start();
        secondGateway.awaitReady();
        return new Gateway(secondGateway.address(), null);
    }

    /** Each service, as whoever reaches it past the gateway sees it. */
    public Map<String, Gateway> servicesDirectly() {
        return Map.of(
                "registry", new Gateway(registry.address(), null),
                "contributions", new Gateway(contributions.address(), null),
                "aggregation", new Gateway(aggregation.address(), null));
    }

    /** The gateway as everybody sees it. */
    public Gateway anybody() {
        return new Gateway(gateway.address(), null);
    }

    /**
     * A second aggregation service on the same feed, which has no pre-aggregates and so answers from its store alone, and
     * whose database of citations is away. It starts when first asked for.
     */
    public Gateway scanning() {
        scanner.start();
        scanner.awaitReady();
        return new Gateway(scanner.address(), null);
    }

    /** Another gateway to the same services, for tests of its settings, which are given as environment variables. */
    public Gateway anotherGateway(Map<String, String> settings) {
        String name = "gateway-" + (furtherGateways.size() + 2);
        ServiceProcess another = gateway(name, FreePorts.next(), settings);
        furtherGateways.add(another);
        another.start();
        another.awaitReady();
        return new Gateway(another.address(), null);
    }

    /** Ends all gateways that {@link #anotherGateway} has started. */
    public void endFurtherGateways() {
        furtherGateways.forEach(ServiceProcess::kill);
    }

    /** Settings by which gateways count together. */
    public Map<String, String> sharedCounting() {
        return database.environment("gateway");
    }

    /** The gateway as the holder of a new key sees it. */
    public Gateway holderOf(String role, String entity) {
        Map<String, Object> request = new HashMap<>();
        request.put("name", "test " + role + " of " + entity);
        request.put("roles", List.of(role));
        request.put("entity", entity);
        String key = administrator()
                .postJson("/api/v1/api-keys", request)
                .require(201)
                .get("key")
                .asText();
        return new Gateway(gateway.address(), key);
    }

    /** The loader as a process of its own, with the administrator's key. */
    public Loader loader() {
        return new Loader(PROJECT.resolve("loader/target/loader.jar"), gateway.address(), administratorKey(), folder);
    }

    /** Kills the aggregation service and deletes all that it has stored. */
    public void loseAggregationStore() {
        aggregation.kill();
        try (Stream<Path> files = Files.walk(aggregationStore())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path aggregationStore() {
        return folder.resolve("aggregation");
    }

    /** Starts what does not run and waits until all is ready. */
    public void startAll() {
        database.start();
        services().forEach(ServiceProcess::start);
        services().forEach(ServiceProcess::awaitReady);
    }

    @Override
    public void close() {
        stop();
    }

    private void stop() {
        try {
            services().forEach(ServiceProcess::kill);
            scanner.kill();
            endFurtherGateways();
            secondGateway.kill();
        } finally {
            database.end();
        }
    }

    private Stream<ServiceProcess> services() {
        return Stream.of(registry, contributions, aggregation, gateway);
    }

    private static Path freshFolder() {
        String time = LocalDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS"));
        try {
            return Files.createDirectories(Path.of("target").toAbsolutePath().resolve("suite-" + time));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
