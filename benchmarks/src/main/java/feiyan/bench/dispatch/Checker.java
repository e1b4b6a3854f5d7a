package feiyan.bench.dispatch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Counts the hard rules that an answer breaks, the seats it fills and what it costs, from the files alone. On purpose
 * it shares nothing with the engine, neither code nor shape: what the one gets wrong the other must not get wrong with
 * it.
 */
final class Checker {

    /** @param cost less the seats that nobody could fill */
    record Verdict(int hard, int covered, long cost) {}

    private static final int[] OPEN_SEAT = {100_000, 200_000, 400_000, 800_000};

    private final Map<String, Demand> demands = new LinkedHashMap<>();
    private final Map<String, Helper> helpers = new HashMap<>();

    Checker(Path folder) throws IOException {
        for (var f : rows(folder.resolve("orders.csv.gz"))) {
            demands.put(f[0], Demand.of(f));
        }
        for (var f : rows(folder.resolve("volunteers.csv.gz"))) {
            helpers.put(f[0], Helper.of(f));
        }
    }

    private static List<String[]> rows(Path file) throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    Verdict check(Path answer) throws IOException {
        return check(Files.readAllLines(answer));
    }

    Verdict check(List<String> answer) {
        int hard = 0;
        long cost = 0;
        Map<String, List<String>> teams = new HashMap<>();
        Map<String, List<Demand>> weeks = new HashMap<>();
        for (var line : answer) {
            var pair = line.split(",", -1);
            var demand = pair.length == 2 ? demands.get(pair[0]) : null;
            var helper = pair.length == 2 ? helpers.get(pair[1]) : null;
            if (demand == null || helper == null) {
                hard++;
                continue;
            }
            hard += helper.maySee(demand) ? 0 : 1;
            cost += helper.costOf(demand);
            teams.computeIfAbsent(pair[0], any -> new ArrayList<>()).add(pair[1]);
            weeks.computeIfAbsent(pair[1], any -> new ArrayList<>()).add(demand);
        }
        hard += teams.entrySet().stream()
                .mapToInt(team -> crowded(demand(team.getKey()), team.getValue()))
                .sum();
        for (var week : weeks.entrySet()) {
            hard += overworked(helper(week.getKey()), week.getValue());
            cost += 1500L * week.getValue().size() * (week.getValue().size() - 1) / 2;
        }
        return new Verdict(hard, covered(teams), cost + emptySeats(teams));
    }

    private Demand demand(String id) {
        return Objects.requireNonNull(demands.get(id));
    }

    private Helper helper(String id) {
        return Objects.requireNonNull(helpers.get(id));
    }

    private static int covered(Map<String, List<String>> teams) {
        return teams.values().stream().mapToInt(List::size).sum();
    }

    private static int crowded(Demand demand, List<String> team) {
        return Math.max(0, team.size() - demand.headcount())
                + team.size()
                - Set.copyOf(team).size();
    }

    private static int overworked(Helper helper, List<Demand> week) {
        int minutes = week.stream().mapToInt(Demand::duration).sum();
        int broken = week.size() > 1 && minutes > helper.limit() ? 1 : 0;
        var inTime =
                week.stream().sorted(Comparator.comparingInt(Demand::start)).toList();
        for (int i = 0; i < inTime.size(); i++) {
            for (int j = i + 1; j < inTime.size(); j++) {
                var early = inTime.get(i);
                var late = inTime.get(j);
                broken += early.start() + early.duration() + early.roadMinutesTo(late) > late.start() ? 1 : 0;
            }
        }
        return broken;
    }

    private long emptySeats(Map<String, List<String>> teams) {
        var everybody = List.copyOf(helpers.values());
        var bySkill = bySkill();
        return demands.entrySet().parallelStream()
                .mapToLong(each -> {
                    var demand = each.getValue();
                    long able = bySkill.getOrDefault(demand.skills().getLowestSetBit(), everybody).stream()
                            .filter(helper -> helper.maySee(demand))
                            .limit(demand.headcount())
                            .count();
                    int team = teams.getOrDefault(each.getKey(), List.of()).size();
                    return Math.max(0, able - team) * OPEN_SEAT[demand.urgency()];
                })
                .sum();
    }

    private Map<Integer, List<Helper>> bySkill() {
        Map<Integer, List<Helper>> bySkill = new HashMap<>();
        for (var helper : helpers.values()) {
            for (int skill = 0; skill < helper.skills().bitLength(); skill++) {
                if (helper.skills().testBit(skill)) {
                    bySkill.computeIfAbsent(skill, any -> new ArrayList<>()).add(helper);
                }
            }
        }
        return bySkill;
    }

    private static BigInteger skillSet(String text) {
        return Stream.of(text.split(";"))
                .filter(one -> !one.isEmpty())
                .map(one -> BigInteger.ONE.shiftLeft(Integer.parseInt(one)))
                .reduce(BigInteger.ZERO, BigInteger::or);
    }

    private record Demand(
            float x, float y, BigInteger skills, int headcount, int start, int duration, int urgency, List<String> f) {

        static Demand of(String[] f) {
            return new Demand(
                    Float.parseFloat(f[1]),
                    Float.parseFloat(f[2]),
                    skillSet(f[3]),
                    Integer.parseInt(f[4]),
                    Integer.parseInt(f[5]),
                    Integer.parseInt(f[6]),
                    Integer.parseInt(f[7]),
                    List.of(f));
        }

        int roadMinutesTo(Demand next) {
            double road = 1.3 * line(x, y, next.x, next.y);
            return road < 50 ? 0 : 5 + (int) Math.ceil(road / 400);
        }

        BigInteger hours() {
            int first = start / 60;
            int last = (start + duration - 1) / 60;
            return BigInteger.ONE
                    .shiftLeft(last - first + 1)
                    .subtract(BigInteger.ONE)
                    .shiftLeft(first);
        }
    }

    private record Helper(
            float x, float y, float radius, BigInteger skills, BigInteger free, int limit, List<String> f) {

        static Helper of(String[] f) {
            return new Helper(
                    Float.parseFloat(f[1]),
                    Float.parseFloat(f[2]),
                    Float.parseFloat(f[3]),
                    skillSet(f[4]),
                    new BigInteger(f[5], 16),
                    Integer.parseInt(f[7]),
                    List.of(f));
        }

        boolean maySee(Demand demand) {
            return line(x, y, demand.x, demand.y) <= radius
                    && "0".equals(f.get(13))
                    && demand.skills.andNot(skills).signum() == 0
                    && ("0".equals(demand.f.get(8)) || demand.f.get(8).equals(f.get(10)))
                    && demand.duration <= limit
                    && demand.hours().andNot(free).signum() == 0;
        }

        long costOf(Demand demand) {
            long cost = (int) (1.3 * line(x, y, demand.x, demand.y));
            cost += Integer.parseInt(f.get(6)) * 5 / 6;
            cost += (500 - Integer.parseInt(f.get(8))) * 4L;
            cost += (1000 - Integer.parseInt(f.get(9))) * 3 / 2;
            cost += "0".equals(demand.f.get(9)) || demand.f.get(9).equals(f.get(11)) ? 0 : 2_000;
            cost += "1".equals(demand.f.get(10)) && !"1".equals(f.get(12)) ? 1_500 : 0;
            cost += demand.f.get(11).isEmpty() || demand.f.get(11).equals(f.get(0)) ? 0 : 3_000;
            cost += demand.f.get(12).isEmpty() || demand.f.get(12).equals(f.get(0)) ? 0 : 8_000;
            return cost;
        }
    }

    private static double line(float ax, float ay, float bx, float by) {
        return Math.sqrt(((double) ax - bx) * ((double) ax - bx) + ((double) ay - by) * ((double) ay - by));
    }
}
