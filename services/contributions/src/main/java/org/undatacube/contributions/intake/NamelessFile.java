package org.undatacube.contributions.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file whose name is taken away at once, so that nothing is left even where the service is killed. */
final class NamelessFile {
    private NamelessFile() {}

    static FileChannel open() throws IOException {
        Path path = Files.createTempFile("submission-", ".body");
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Files.delete(path);
        return file;
    }
}
