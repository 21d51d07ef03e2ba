package org.undatacube.registry.apikey;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.undatacube.http.Role;

/** Where there is no key yet, makes the one with which an administrator makes the others. */
@ApplicationScoped
class AdministratorKey {
    private static final int AFTER_THE_LISTS = 200;

    private final ApiKeys keys;
    private final RegistryConfig config;
    private final EntityManager entityManager;

    AdministratorKey(ApiKeys keys, RegistryConfig config, EntityManager entityManager) {
        this.keys = keys;
        this.config = config;
        this.entityManager = entityManager;
    }

    void onStart(@Observes @Priority(AFTER_THE_LISTS) StartupEvent event) {
        createWhereThereIsNone();
    }

    /** In one transaction with its delivery: a key that could not be written down is not created. */
    @Transactional
    void createWhereThereIsNone() {
        entityManager
                .createNativeQuery("lock table api_key in share row exclusive mode")
                .executeUpdate();
        if (!keys.isEmpty()) {
            return;
        }
        KeyView created = keys.create(
                new KeyRequest("first administrator", List.of(Role.ADMINISTRATOR), null, null), "first start");
        config.administratorKeyFile().ifPresentOrElse(file -> write(file, created.key()), () -> print(created.key()));
    }

    private static void write(Path file, String key) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path unfinished = Files.createTempFile(
                    folder,
                    file.getFileName().toString(),
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, key + System.lineSeparator());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The first administrator key cannot be written to " + file, e);
        }
    }

    // not through the logger: a log is kept and copied, and a key must not be
    @SuppressWarnings("SystemOut")
    private static void print(String key) {
        System.out.println("First administrator key (shown this once): " + key);
    }
}
