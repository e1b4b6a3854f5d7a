package feiyan.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.bench.county.BigCounty;
import feiyan.bench.county.CountySize;
import feiyan.bench.county.House;
import feiyan.bench.county.Settlement;
import feiyan.platform.database.PlanLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No step of the loop and no heavy page reads a table whole that grows. */
class PlansTest {

    /** Four years with little in each: what looks back half a year must see a small part of it. */
    private static final CountySize SIZE = new CountySize(2_000, 1_000, 150, 12_000, 3_000, 1);

    private static final int OFTEN = 12;
    private static final String BY_INDEX = "enable_seqscan = off";

    private static final Path KEPT = Path.of("docs/query-plans.txt");
    private static final Pattern INDEX = Pattern.compile("^ ++(?!--).* by (\\w+)$", Pattern.MULTILINE);

    private static House house;
    private static BigCounty county;
    private static Map<String, List<SentPlan>> asPlanned;
    private static Map<String, List<SentPlan>> byIndex;
    private static List<SentPlan> offersAgain;
    private static Growing growing;

    @BeforeAll
    static void look() {
        house = PlansHouse.spare();
        county = Settlement.make(house, SIZE);
        var scene = new Scene(county).set(house);
        growing = Growing.in(house);
        try (var pages = new Pages(house, county, scene, scene.over(house))) {
            asPlanned = new Planned(house, county, scene, pages).look(0);
            offersAgain = lookedAtAgain(pages, "offers to answer");
        }
        try (var pages = new Pages(house, county, scene, scene.over(house))) {
            byIndex = new Planned(house, county, scene, pages).look(100, BY_INDEX);
        }
        try (var jobs = new JobsPlanned(house, county, scene)) {
            byIndex.putAll(jobs.look(BY_INDEX));
            asPlanned.putAll(jobs.look("enable_seqscan = on"));
        }
    }

    /** So often that PostgreSQL has decided which plan it keeps. */
    private static List<SentPlan> lookedAtAgain(Pages pages, String name) {
        var page = pages.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        var log = PlanLog.of(house);
        for (int look = 0; look < OFTEN; look++) {
            page.look().run();
        }
        log.take();
        page.look().run();
        return log.take().stream().map(SentPlan::of).toList();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void asTheyArePlannedNoneReadsMuchOfALargeTable() {
        assertThat(faults(asPlanned, false)).isEmpty();
    }

    /** Tables are small here that are large elsewhere: of these one only learns whether there is an index. */
    @Test
    void eachCouldBeAnsweredByAnIndex() {
        assertThat(faults(byIndex, true)).isEmpty();
    }

    @Test
    void aPlanThatReadsALargeTableWholeIsFound() throws SQLException {
        var log = PlanLog.of(house);
        house.the(JdbcClient.class)
                .sql("select count(*) from order_event where reason = 'none'")
                .query(Integer.class)
                .single();
        assertThat(log.take().stream().map(SentPlan::of).flatMap(plan -> growing.faults(plan).stream()))
                .singleElement()
                .asString()
                .startsWith("Seq Scan on order_event reads");
    }

    /** For the years of a leader it would look dear: then each look is planned, for longer than it is answered. */
    @Test
    void aLeadersOffersAreNotPlannedAnewEachTime() {
        assertThat(offersAgain.stream().filter(plan -> plan.statement().contains("from offer f cross join lateral")))
                .hasSize(3)
                .allSatisfy(
                        plan -> assertThat(plan.isKept()).as(plan.statement()).isTrue());
    }

    /** Those whose pages are looked at have the same to show beside each past: none but what the scene gave them. */
    @Test
    void theRegularHelperServedAsOftenAsTheSceneHasIt() throws SQLException {
        var newcomer = county.newcomer().person().value();
        assertThat(names("select count(*)::text from attendance where volunteer_id = '%s'".formatted(newcomer)))
                .containsExactly("31");
    }

    @Test
    void theStatementsOfTheLoopAreSeen() {
        var loop = asPlanned.get("loop");
        assertThat(loop)
                .isNotNull()
                .anySatisfy(plan -> assertThat(plan.statement()).startsWith("with placed as"));
        assertThat(asPlanned)
                .allSatisfy((use, plans) -> assertThat(use.startsWith("job ") || !plans.isEmpty())
                        .as(use)
                        .isTrue());
    }

    @Test
    void eachJobOfTheCodeWasRun() {
        assertThat(Jobs.declared().stream().map(job -> "job " + job))
                .hasSizeGreaterThan(25)
                .isSubsetOf(asPlanned.keySet());
    }

    /** Whoever gives work to the clock in another way is not among the jobs; this one looks at the others. */
    @Test
    void whatTheProductDoesByItselfIsDoneByJobs() {
        assertThat(house.parts())
                .filteredOn(SchedulingConfigurer.class::isInstance)
                .extracting(each -> each.getClass().getSimpleName())
                .containsExactly("ObservabilitySchedulingConfigurer");
    }

    /** Of a job that finds nothing to do one sees how it looks for it, and nothing of what it does. */
    @Test
    void eachJobFoundSomethingToDo() {
        var idle = asPlanned.entrySet().stream()
                .filter(use -> use.getKey().startsWith("job "))
                .filter(use -> use.getValue().stream()
                        .noneMatch(plan -> plan.root().all().anyMatch(PlanNode::writes)))
                .map(use -> use.getKey().substring("job ".length()));
        assertThat(idle).containsExactlyInAnyOrderElementsOf(Growing.reasoned("/growth/jobs-that-write-nothing.txt"));
    }

    /** A new call is made in api-calls.txt, or one says why its statements need not be looked at. */
    @Test
    void eachCallOfTheApiIsMadeOrLeftOutForAReason() {
        var all = Reached.declared(house.the(RequestMappingHandlerMapping.class));
        all.removeAll(house.the(Reached.class).answered());
        assertThat(all)
                .containsExactlyElementsOf(new TreeSet<>(
                        Growing.lines("/growth/api-calls-left-out.txt").toList()));
    }

    @Test
    void theStatementsOfTheApiItselfAreSeen() {
        assertThat(asPlanned.get("GET /orders"))
                .anySatisfy(plan -> assertThat(plan.statement()).contains("api_token"));
        assertThat(asPlanned.get("a write again under its key"))
                .anySatisfy(plan -> assertThat(plan.statement()).startsWith("select fingerprint = ? as same"));
        assertThat(asPlanned.get("job WebhookSending.send"))
                .anySatisfy(plan -> assertThat(plan.statement()).contains("set outcome = 'DELIVERED'"));
    }

    /** Who may read a table whole for a reason still does something: the list says nothing of what is gone. */
    @Test
    void thoseThatMayReadAllAreStillSent() {
        assertThat(Growing.readingWhole())
                .allSatisfy(statement -> assertThat(asPlanned.values())
                        .anySatisfy(plans -> assertThat(plans)
                                .anySatisfy(plan -> assertThat(plan.statement()).startsWith(statement))));
    }

    /** The list of plans in docs is made by ./bench plans; it names no index that is gone. */
    @Test
    void theIndexesOfThePlansThatAreKeptAreThere() throws IOException, SQLException {
        var named = INDEX.matcher(Files.readString(kept()))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(named).isNotEmpty();
        assertThat(indexes()).containsAll(named);
    }

    /** Maven starts tests in the module's folder, others in the project's. */
    private static Path kept() {
        return Files.exists(KEPT) ? KEPT : Path.of("..").resolve(KEPT);
    }

    @Test
    void theTablesThatStaySmallAreThere() throws SQLException {
        var tables = names("select tablename from pg_tables where schemaname = 'public'");
        assertThat(tables).containsAll(Growing.staying());
    }

    private static Set<String> indexes() throws SQLException {
        return names("select indexname from pg_indexes where schemaname = 'public'");
    }

    private static Set<String> names(String sql) throws SQLException {
        var names = new HashSet<String>();
        try (var database = house.asOwner();
                var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static List<String> faults(Map<String, List<SentPlan>> found, boolean index) {
        return found.entrySet().stream()
                .flatMap(use -> use.getValue().stream()
                        .flatMap(plan -> (index ? growing.withoutIndex(plan) : growing.faults(plan)).stream())
                        .map(fault -> use.getKey() + ": " + fault))
                .distinct()
                .toList();
    }
}
