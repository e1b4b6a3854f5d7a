package feiyan.bench.dispatch;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * {@code ./bench notify …}: ninety days of seats that people are asked to take. Invented people, so the figures say
 * which way of asking is better than which, not how many will say yes.
 */
public final class NotifyBench {

    public static final String USAGE = "./bench notify [--seats N a day, 40] [--seed N]";

    private static final int DAYS = 90;
    private static final int PEOPLE = 2_000;
    private static final int CANDIDATES = 40;

    private NotifyBench() {}

    public static void run(List<String> given, PrintStream out) {
        var words = Words.of(given, Set.of("--seats", "--seed"), Set.of(), USAGE);
        long seed = words.number("--seed", 1, 0, Long.MAX_VALUE);
        int perDay = (int) words.number("--seats", 40, 1, 1_000);
        out.printf(
                "%-50s %9s %9s %14s %16s%n", "way of asking", "seats", "messages", "filled in time", "filled/message");
        for (var asking : Asking.values()) {
            row(asking, perDay, seed, out);
        }
    }

    private static void row(Asking asking, int perDay, long seed, PrintStream out) {
        var random = new SplittableRandom(seed);
        var crowd = new Crowd(PEOPLE, random.split());
        var vacancies = vacancies(perDay, random.split());
        simulate(asking, crowd, vacancies);
        long filled = vacancies.stream().filter(Vacancy::wasFilled).count();
        out.printf(
                Locale.ROOT,
                "%-50s %9d %9d %14.3f %16.4f%n",
                asking.title(),
                vacancies.size(),
                crowd.messages(),
                (double) filled / vacancies.size(),
                (double) filled / crowd.messages());
    }

    /** Needs come in by day; some are for tonight, most for one of the next days. */
    private static List<Vacancy> vacancies(int perDay, SplittableRandom random) {
        var vacancies = new ArrayList<Vacancy>();
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < perDay; i++) {
                int opened = 1_440 * day + 480 + random.nextInt(600);
                int hours = random.nextInt(4) == 0 ? 3 : 12 + random.nextInt(48);
                var candidates = IntStream.generate(() -> random.nextInt(PEOPLE))
                        .distinct()
                        .limit(CANDIDATES)
                        .boxed()
                        .toList();
                vacancies.add(new Vacancy(opened, opened + 60 * hours, candidates));
            }
        }
        return vacancies;
    }

    private static void simulate(Asking asking, Crowd crowd, List<Vacancy> vacancies) {
        for (int now = 0; now < 1_440 * (DAYS + 3); now += Asking.LOOK_EVERY) {
            if (now % 1_440 < 7 * 60 || now % 1_440 >= 22 * 60) {
                continue;
            }
            for (var vacancy : vacancies) {
                if (vacancy.isOpenAt(now)) {
                    for (int who : asking.now(vacancy, crowd, now)) {
                        vacancy.ask(who, crowd, now);
                    }
                }
            }
        }
    }
}
