package org.undatacube.embeddedpostgresql;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Random passwords, one file a role, readable by the owner alone. */
final class Passwords {
    private static final int BYTES = 24;

    private final Path folder;

    Passwords(Path folder) {
        this.folder = folder;
    }

    String of(String role) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(role);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, random());
        } catch (FileAlreadyExistsException alreadyMade) {
            // the usual case after the first start
        }
        return Files.readString(file);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
