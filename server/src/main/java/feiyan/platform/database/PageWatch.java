package feiyan.platform.database;

import feiyan.platform.StartFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * Looks at each page that goes into a backup: one that the disk gave back changed would be found years later, when no
 * good backup is left.
 */
final class PageWatch {

    /** A table's or an index's file, and which gigabyte of it; what else lies there has no pages. */
    private static final Pattern PAGES = Pattern.compile("(?:base/\\d+|global)/\\d+(?:_[a-z]+)?(?:\\.(\\d+))?");

    private static final long PAGES_A_FILE = 131_072;

    private final Path root;
    private final long start;

    /** @param start of the backup in the WAL: what was changed later is written anew from there */
    PageWatch(Path root, long start) {
        this.root = root;
        this.start = start;
    }

    /** @param at where in the file these bytes begin */
    void look(Path file, byte[] bytes, int length, long at) throws IOException {
        var matched = PAGES.matcher(root.relativize(file).toString());
        if (!matched.matches()) {
            return;
        }
        var gigabyte = matched.group(1) == null ? 0 : Long.parseLong(matched.group(1));
        for (int page = 0; page + PageSum.PAGE <= length; page += PageSum.PAGE) {
            long number = gigabyte * PAGES_A_FILE + (at + page) / PageSum.PAGE;
            if (isWrong(bytes, page, number) && isStillWrong(file, at + page, number)) {
                throw new StartFailure("backup_page_damaged", file, Long.toString(number));
            }
        }
    }

    private boolean isWrong(byte[] bytes, int at, long number) {
        return !PageSum.isRight(bytes, at, number) && Long.compareUnsigned(PageSum.lsn(bytes, at), start) < 0;
    }

    /** It may have been read while it was written: then it is another by now. */
    private boolean isStillWrong(Path file, long at, long number) throws IOException {
        var again = ByteBuffer.allocate(PageSum.PAGE);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (again.hasRemaining() && channel.read(again, at + again.position()) >= 0) {
                // On to its end.
            }
        }
        return !again.hasRemaining() && isWrong(again.array(), 0, number);
    }
}
