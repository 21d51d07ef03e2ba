package org.undatacube.acceptance.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The loader's command line. */
public final class Loader {
    private final Path jar;
    private final URI gateway;
    private final String key;
    private final Path folder;

    /** @param output what it printed, errors included */
    public record Run(int exitCode, String output) {}

    Loader(Path jar, URI gateway, String key, Path folder) {
        this.jar = jar;
        this.gateway = gateway;
        this.key = key;
        this.folder = folder;
    }

    /** With the administrator's key. */
    public Run run(String... arguments) {
        return runWithKey(key, arguments);
    }

    public Run runWithKey(String otherKey, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Java.executable(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("DATACUBE_URL", gateway.toString());
        builder.environment().put("DATACUBE_KEY", otherKey);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
