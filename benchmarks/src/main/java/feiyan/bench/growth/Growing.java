package feiyan.bench.growth;

import feiyan.bench.county.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which plans would take longer with each order, person or day that is added: those that read a table whole. */
final class Growing {

    private static final String STAY = "/growth/tables-that-stay-small.txt";
    private static final String WHOLE = "/growth/statements-that-read-whole.txt";

    /** As many as a few pages show: of these a planner may well read all. */
    private static final long FEW = 1_000;

    /** Of a table that has more, nobody may read more than this part: half a year is less of a past of years. */
    private static final int PART = 5;

    private final Set<String> staying;
    private final Map<String, Long> rows;
    private final Set<String> readingWhole = readingWhole();

    private Growing(Set<String> staying, Map<String, Long> rows) {
        this.staying = staying;
        this.rows = rows;
    }

    static Growing in(House house) {
        return new Growing(staying(), counted(house));
    }

    /** Each line names a table and says why it does not grow. */
    static Set<String> staying() {
        return reasoned(STAY);
    }

    /** The names in a list whose lines each say why they stand there. */
    static Set<String> reasoned(String file) {
        return lines(file).map(line -> line.split(":", 2)[0].strip()).collect(Collectors.toSet());
    }

    /** Each line begins a statement that may read a table whole; why is said above it. */
    static Set<String> readingWhole() {
        return lines(WHOLE).collect(Collectors.toSet());
    }

    static Stream<String> lines(String file) {
        try (var list = Objects.requireNonNull(Growing.class.getResourceAsStream(file))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, Long> counted(House house) {
        try (var database = house.asOwner();
                var statement = database.createStatement();
                var found = statement.executeQuery("""
                        select relname, greatest(reltuples, 0)::bigint from pg_class
                        where relkind = 'r' and relnamespace = 'public'::regnamespace
                        """)) {
            var rows = new HashMap<String, Long>();
            while (found.next()) {
                rows.put(found.getString(1), found.getLong(2));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What is wrong with a plan, in words; nothing where it stays as quick as it is. */
    List<String> faults(SentPlan plan) {
        return faults(plan, node -> node.read() > most(node) || (node.isSequential() && rows(node) > FEW));
    }

    /** For a planner that was asked to read no table whole: whether it had to nevertheless, however small it is now. */
    List<String> withoutIndex(SentPlan plan) {
        return faults(plan, PlanNode::isSequential);
    }

    private List<String> faults(SentPlan plan, Predicate<PlanNode> wrong) {
        if (readingWhole.stream().anyMatch(plan.statement()::startsWith)) {
            return List.of();
        }
        return plan.root()
                .all()
                .filter(node -> node.table().filter(this::grows).isPresent())
                .filter(wrong)
                .map(node -> "%s on %s reads %d of %d rows: %s\n%s"
                        .formatted(
                                node.type(),
                                node.table().orElse(""),
                                node.read(),
                                rows(node),
                                plan.statement(),
                                plan.shape()))
                .toList();
    }

    /** Whether there is already more of it than a few pages show. */
    boolean isLong(String table) {
        return grows(table) && rows.getOrDefault(table, 0L) > FEW;
    }

    private boolean grows(String table) {
        return rows.containsKey(table) && !staying.contains(table);
    }

    private long rows(PlanNode node) {
        return rows.getOrDefault(node.table().orElse(""), 0L);
    }

    private long most(PlanNode node) {
        return Math.max(FEW, rows(node) / PART);
    }
}
