package org.undatacube.loader;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an argument as a file that is there, so that a wrong name is known before anything else is done. */
final class ExistingFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String argument) {
        Path file = Path.of(argument);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new TypeConversionException("there is no readable file " + argument);
        }
        return file;
    }
}
