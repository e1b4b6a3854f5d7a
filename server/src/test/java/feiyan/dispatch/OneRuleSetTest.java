package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.canary.WithoutTwin;
import feiyan.cast.Village;
import feiyan.dispatch.pool.Pools;
import feiyan.dispatch.pool.Suggestion;
import feiyan.dispatch.pool.Suggestions;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.platform.AppClock;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Refusal;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.CoarsePosition;
import feiyan.volunteers.Enrolment;
import feiyan.volunteers.Gender;
import feiyan.volunteers.Qualifications;
import feiyan.volunteers.Volunteers;
import feiyan.volunteers.WeekHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The engine's suggestion, the list of a page and the locked taking of a seat say the same of whoever it is, whatever
 * it is: thousands of random people and services, each rule broken somewhere.
 */
@FeiyanTest(properties = "feiyan.jobs=false")
@WithoutTwin("who may serve is compared, not who may see")
class OneRuleSetTest {

    private static final int PEOPLE = 60;
    private static final int SERVICES = 100;
    private static final int SEATS = 200;
    /** Each so manieth person of a service also tries to take the seat. */
    private static final int TAKING = 6;

    private static final String LICENCE = "electrician";

    private final SplittableRandom random = new SplittableRandom(6);
    private final List<PersonId> people = new ArrayList<>();
    private final Set<Obstacle> seen = EnumSet.noneOf(Obstacle.class);
    private final List<OrderId> orders = new ArrayList<>();

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Pools pools;

    @Autowired
    private Suggestions suggestions;

    @Autowired
    private HelperRows helpers;

    @Autowired
    private Planning planning;

    @Autowired
    private SeatMoves seatMoves;

    @Autowired
    private OfferMoves offerMoves;

    @Autowired
    private ServiceSheets sheets;

    @Autowired
    private Transactions transactions;

    @Autowired
    private AppClock clock;

    private Village village;
    private Instant monday;

    @BeforeEach
    void aVillage() {
        village = Village.in(house);
        monday = Village.wednesday(clock.instant()).minus(Duration.ofHours(58));
    }

    @Test
    void theEngineThePagesAndTheLockedSeatSayTheSame() {
        village.the(Policies.class)
                .set(village.county, Policy.OFFERS_A_WEEK, 50, null)
                .orThrow();
        clock.at(monday, () -> {
            aCounty();
            for (int i = 0; i < SERVICES; i++) {
                compare(service());
            }
        });
        assertThat(seen).isEqualTo(EnumSet.allOf(Obstacle.class));
    }

    private void aCounty() {
        for (int i = 0; i < PEOPLE; i++) {
            people.add(somebody());
        }
        for (var project : projects()) {
            orders.add(village.approved(project, monday.plus(Duration.ofDays(2))));
        }
        int taken = 0;
        for (int i = 0; i < SEATS; i++) {
            taken += take(service(), person(), true) instanceof Outcome.Done ? 1 : 0;
        }
        assertThat(taken).as("seats that people have").isGreaterThan(SEATS / 8);
    }

    /** Of all services each is one of these, at a place and a time of its own. */
    private List<ProjectId> projects() {
        var projects = new ArrayList<ProjectId>();
        for (int i = 0; i < 3; i++) {
            projects.add(village.project("BM2%d".formatted(i), 12, 30 + 150 * i, false, false, null));
            projects.add(village.project("BM3%d".formatted(i), 12, 60 + 60 * i, false, true, null));
            projects.add(village.project("BM4%d".formatted(i), 12, 60, false, false, LICENCE));
            projects.add(village.project("BM5%d".formatted(i), 12, 90 + 180 * i, true, false, null));
        }
        return projects;
    }

    private PersonId somebody() {
        var id = village.person("Somebody");
        var skills = random.nextInt(6) == 0 ? Set.of("other") : Set.of(Village.SKILL, "other");
        village.the(Volunteers.class)
                .enrol(
                        village.clerk,
                        new Enrolment(
                                id,
                                village.station,
                                random.nextInt(8) == 0 ? null : place(),
                                500 + random.nextInt(40) * 1_000,
                                60 * random.nextInt(60),
                                hours(),
                                Gender.UNKNOWN,
                                false,
                                LocalDate.of(random.nextInt(4) == 0 ? 2010 : 1970, 5, 1),
                                true,
                                random.nextBoolean()
                                        ? null
                                        : LocalDate.ofInstant(monday, ServiceRules.CHINA)
                                                .plusDays(random.nextInt(12)),
                                skills))
                .orThrow();
        if (random.nextBoolean()) {
            certificate(id);
        }
        return id;
    }

    private void certificate(PersonId id) {
        var until = LocalDate.ofInstant(monday, ServiceRules.CHINA).plusDays(random.nextInt(12));
        var doors = village.the(Qualifications.class);
        var claimed = doors.claim(village.clerk, id, LICENCE, random.nextInt(4) == 0 ? null : until)
                .orThrow();
        if (random.nextInt(4) > 0) {
            doors.check(village.clerk, claimed).orThrow();
        }
    }

    private WeekHours hours() {
        if (random.nextInt(3) > 0) {
            return Village.ALWAYS;
        }
        var bits = new StringBuilder();
        while (bits.length() < WeekHours.HOURS) {
            bits.append((random.nextInt(4) == 0 ? "0" : "1").repeat(6));
        }
        return new WeekHours(bits.toString());
    }

    private CoarsePosition place() {
        return new CoarsePosition(34.2 + random.nextDouble(), 118 + random.nextDouble());
    }

    private PersonId person() {
        return people.get(random.nextInt(people.size()));
    }

    /** Of the next eight days at any hour; often beside the seats that people have. */
    private ServiceAt service() {
        var sheet = sheets.find(village.county, orders.get(random.nextInt(orders.size())))
                .orElseThrow();
        var from = monday.plus(Duration.ofMinutes(15L * random.nextInt(8 * 96)));
        var time = new Slot(from, from.plus(Duration.ofMinutes(sheet.minutes())));
        return new ServiceAt(sheet.remote() ? sheet : at(sheet, place()), time);
    }

    private record ServiceAt(ServiceSheet order, Slot time) {}

    private static ServiceSheet at(ServiceSheet sheet, CoarsePosition place) {
        return new ServiceSheet(
                sheet.id(),
                sheet.version(),
                sheet.state(),
                sheet.number(),
                sheet.standsAt(),
                sheet.station(),
                sheet.dispatching(),
                sheet.project(),
                sheet.headcount(),
                sheet.minutes(),
                sheet.urgent(),
                sheet.remote(),
                sheet.confidential(),
                place,
                sheet.window(),
                sheet.agreed(),
                sheet.named(),
                sheet.part());
    }

    private void compare(ServiceAt service) {
        var planned = planning.at(village.county, service.order(), service.time());
        var policy = planning.policy(village.county);
        var pool = pools.of(village.county);
        var free = new HashSet<PersonId>();
        var listed = helpers.of(village.county, service.order().id(), planned, people);
        assertThat(listed).hasSize(PEOPLE);
        var holders = village
                .the(SeatRows.class)
                .live(village.county, service.order().id())
                .stream()
                .map(seat -> seat.facts().volunteer())
                .collect(Collectors.toSet());
        for (var helper : listed) {
            var against = ServiceRules.against(helper, planned, policy);
            assertThat(pool.against(helper.id(), service.order(), planned))
                    .as("in memory as in the list, for %s", planned)
                    .isEqualTo(against);
            seen.addAll(against);
            if (against.isEmpty() && !holders.contains(helper.id())) {
                free.add(helper.id());
            }
            if (!holders.contains(helper.id()) && random.nextInt(TAKING) == 0) {
                assertThat(refusal(take(service, helper.id(), false)))
                        .as("at the lock as in the list, for %s", planned)
                        .isEqualTo(against.stream()
                                .findFirst()
                                .map(Obstacle::refusal)
                                .orElse(Refusal.of("test.back")));
            }
        }
        assertThat(suggested(service)).as("the engine leaves nobody out").isEqualTo(free);
    }

    private Set<PersonId> suggested(ServiceAt service) {
        return suggestions.best(village.county, village.center, service.order(), service.time(), PEOPLE).stream()
                .map(Suggestion::volunteer)
                .collect(Collectors.toSet());
    }

    /** As an answer to an offer does, under the lock of the week; taken back unless it shall stay. */
    private Outcome<Seat> take(ServiceAt service, PersonId volunteer, boolean stays) {
        return transactions.write(() -> {
            var facts = new OfferFacts(
                    village.county,
                    new OfferId(Ids.next()),
                    0,
                    service.order().id(),
                    new Invitee.ToVolunteer(volunteer),
                    service.time(),
                    monday.plus(Duration.ofHours(1)));
            var offer = offerMoves
                    .make(service.order(), facts, village.clerk.person(), monday)
                    .orThrow();
            var accepted =
                    offerMoves.accept(service.order(), offer, volunteer, monday).orThrow();
            var taken = seatMoves.takeOwn(service.order(), accepted, volunteer, monday);
            return stays || taken instanceof Outcome.Refused<Seat> ? taken : Outcome.refused("test.back");
        });
    }

    private static Refusal refusal(Outcome<Seat> outcome) {
        return ((Outcome.Refused<Seat>) outcome).refusal();
    }
}
