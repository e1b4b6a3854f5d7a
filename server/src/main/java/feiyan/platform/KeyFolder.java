package feiyan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a key ring: {@code field-1.key}, {@code field-2.key}, …, {@code fingerprint.key}. */
record KeyFolder(Path folder) {

    private static final Pattern FIELD_KEY = Pattern.compile("field-(\\d{1,6})\\.key");
    private static final Pattern ANY_NUMBER = Pattern.compile("(?:retired-)?field-(\\d{1,6})\\.key");

    Path fingerprint() {
        return folder.resolve("fingerprint.key");
    }

    /** The highest number first. */
    List<Path> fieldKeys() {
        return files(FIELD_KEY)
                .sorted(Comparator.comparingInt(KeyFolder::number).reversed())
                .toList();
    }

    /** The field key comes last: where there is one, the fingerprint key has been there before it. */
    void makeFirst() {
        try {
            if (!Files.isDirectory(folder)) {
                var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
                Files.createDirectories(folder, ownerOnly);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder for keys " + folder + " cannot be made: " + failure, failure);
        }
        KeyFile.createUnlessThere(fingerprint());
        makeNext();
    }

    /** A number that no key had before, retired ones too; of two who make it at once one does. */
    void makeNext() {
        int next = files(ANY_NUMBER).mapToInt(KeyFolder::number).max().orElse(0) + 1;
        KeyFile.createUnlessThere(folder.resolve("field-" + next + ".key"));
    }

    void retire(Path file) {
        try {
            Files.move(file, file.resolveSibling("retired-" + name(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException("The key file " + file + " cannot be renamed: " + failure, failure);
        }
    }

    private Stream<Path> files(Pattern named) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> named.matcher(name(file)).matches()).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder for keys " + folder + " cannot be read: " + failure, failure);
        }
    }

    private static int number(Path file) {
        var matcher = ANY_NUMBER.matcher(name(file));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
