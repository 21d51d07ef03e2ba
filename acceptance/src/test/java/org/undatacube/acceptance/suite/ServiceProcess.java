package org.undatacube.acceptance.suite;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service, or the gateway, as its packaged application. */
final class ServiceProcess implements SuiteProcess {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);
    private static final Duration LONGEST_DEATH = Duration.ofSeconds(30);

    private final String name;
    private final Path jar;
    private final int port;
    private final Path workingFolder;
    private final Map<String, String> environment;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    /**
     * @param name of its log
     * @param module the Maven module's folder
     */
    ServiceProcess(String name, Path module, int port, Path workingFolder, Map<String, String> environment) {
        this.name = name;
        this.jar = module.resolve("target/quarkus-app/quarkus-run.jar");
        this.port = port;
        this.workingFolder = workingFolder;
        this.environment = new HashMap<>(environment);
        this.environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        this.environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    }

    @Override
    public String name() {
        return name;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not built: run ./mvnw verify");
        }
        File log = workingFolder.resolve(name + ".log").toFile();
        ProcessBuilder builder = new ProcessBuilder(
                        Java.executable(),
                        "-Xmx512m",
                        // a suite that lives for minutes is ready sooner without the optimising compiler
                        "-XX:TieredStopAtLevel=1",
                        // the aggregation writes Arrow from memory outside the heap
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "-jar",
                        jar.toString())
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void awaitReady() {
        Await.until(name + " is ready", () -> readiness() == 200, () -> !process.isAlive());
    }

    private int readiness() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address().resolve("/q/health/ready"))
                .timeout(LONGEST_ANSWER)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** @throws IllegalStateException where it does not end by itself in time */
    @Override
    public void end() {
        process.destroy();
        awaitEnd();
    }

    @Override
    public void kill() {
        if (process == null) {
            return;
        }
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(LONGEST_DEATH.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
