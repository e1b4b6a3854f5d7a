package feiyan.bench.dispatch;

import feiyan.dispatch.engine.FreeVolunteer;
import feiyan.dispatch.engine.OpenOrder;
import feiyan.dispatch.engine.Skills;
import feiyan.dispatch.engine.WeekBits;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Writes an instance in the form in which {@link Instance} reads it. */
final class InstanceFiles {

    private InstanceFiles() {}

    static void write(Instance instance, Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve(Instance.ORDERS), Instance.ORDER_COLUMNS, instance.orders(), InstanceFiles::line);
        write(
                folder.resolve(Instance.VOLUNTEERS),
                Instance.VOLUNTEER_COLUMNS,
                instance.volunteers(),
                InstanceFiles::line);
    }

    private static <T> void write(Path file, String header, List<T> rows, Function<T, String> line) throws IOException {
        try (var out = new PrintWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.US_ASCII))) {
            out.print(header + "\n");
            rows.forEach(row -> out.print(line.apply(row) + "\n"));
        }
    }

    private static String line(OpenOrder order) {
        return String.format(
                Locale.ROOT,
                "%d,%s,%s,%s,%d,%d,%d,%d,%d,%d,%d,%s,%s",
                order.id(),
                order.x(),
                order.y(),
                numbers(order.skills()),
                order.headcount(),
                order.start(),
                order.duration(),
                order.urgency(),
                order.gender(),
                order.language(),
                order.partyPreferred() ? 1 : 0,
                orEmpty(order.previous()),
                orEmpty(order.named()));
    }

    private static String line(FreeVolunteer some) {
        return String.format(
                Locale.ROOT,
                "%d,%s,%s,%s,%s,%s,%d,%d,%d,%d,%d,%d,%d,%d",
                some.id(),
                some.x(),
                some.y(),
                some.radius(),
                numbers(some.skills()),
                hex(some.free()),
                some.recent(),
                some.weeklyLimit(),
                some.rating(),
                some.response(),
                some.gender(),
                some.language(),
                some.party() ? 1 : 0,
                some.blocked() ? 1 : 0);
    }

    private static String orEmpty(long id) {
        return id == OpenOrder.NOBODY ? "" : Long.toString(id);
    }

    private static String hex(WeekBits free) {
        return String.format(Locale.ROOT, "%010x%016x%016x", free.high(), free.mid(), free.low());
    }

    private static String numbers(Skills skills) {
        return IntStream.range(0, Skills.MOST)
                .filter(skill -> ((skill < 64 ? skills.low() >>> skill : skills.high() >>> (skill - 64)) & 1) != 0)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(";"));
    }
}
