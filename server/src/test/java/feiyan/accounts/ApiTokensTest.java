package feiyan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.ApiClient;
import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.web.Viewer.Standing;
import feiyan.web.api.ApiScope;
import feiyan.web.api.Bearers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens: whose they are, for how long, and what ends them. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTokensTest {

    private static final Set<Standing> RESIDENT = EnumSet.of(Standing.RESIDENT);
    private static final Set<Standing> STAFF = EnumSet.of(Standing.RESIDENT, Standing.STAFF);

    @Autowired
    ApplicationContext house;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Bearers bearers;

    @Autowired
    TokenUse use;

    @Autowired
    AppClock clock;

    @Autowired
    JdbcClient jdbc;

    Village village;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
    }

    @Test
    void aTokenIsItsMakerWithTheScopesThatWereChosen() {
        var owner = resident();
        var made = made(owner);
        assertThat(made.text()).startsWith("feiyan_").hasSizeGreaterThan(60);
        var bearer = bearers.of(made.text()).orElseThrow();
        assertThat(bearer.somebody()).isEqualTo(owner);
        assertThat(bearer.scopes()).containsExactly("orders:read");
    }

    @Test
    void neitherTheTableNorAPrintedObjectHoldsIt() {
        var made = made(resident());
        var secret =
                made.text().substring(made.text().length() - 49, made.text().length() - 6);
        var rows = jdbc.sql("select t::text from api_token t where t.county_id = :county")
                .param("county", village.county.value())
                .query(String.class)
                .list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(secret));
        assertThat(made.toString()).doesNotContain(secret);
    }

    @Test
    void oneWrongSignLetsNobodyIn() {
        var text = made(resident()).text();
        for (int at : new int[] {8, text.length() - 55, text.length() - 20, text.length() - 1}) {
            var other = text.charAt(at) == 'a' ? 'b' : 'a';
            assertThat(bearers.of(text.substring(0, at) + other + text.substring(at + 1)))
                    .isEmpty();
        }
    }

    @Test
    void ofTheRightHandleWithAnotherSecretNothingIsTold() {
        var known = TokenText.parse(made(resident()).text()).orElseThrow();
        var forged = new TokenText(known.county(), known.handle(), "0".repeat(43));
        assertThat(bearers.of(forged.written())).isEmpty();
        var elsewhere = new TokenText(new CountyId(known.county().value() + 1), known.handle(), known.secret());
        assertThat(bearers.of(elsewhere.written())).isEmpty();
    }

    @Test
    void itExpires() {
        var made = made(resident());
        var after = made.expiresAt().plusSeconds(1);
        assertThat(clock.at(made.expiresAt().minusSeconds(1), () -> bearers.of(made.text())))
                .isPresent();
        assertThat(clock.at(after, () -> bearers.of(made.text()))).isEmpty();
    }

    @Test
    void itsOwnerAloneRevokesItAndOnlyOnce() {
        var owner = resident();
        var made = made(owner);
        assertThat(refusal(tokens.revoke(resident(), made.id()))).isEqualTo("token.over");
        assertThat(bearers.of(made.text())).isPresent();
        tokens.revoke(owner, made.id()).orThrow();
        assertThat(bearers.of(made.text())).isEmpty();
        assertThat(refusal(tokens.revoke(owner, made.id()))).isEqualTo("token.over");
        assertThat(events(made)).containsExactly("made", "ended revoked");
    }

    @Test
    void aNewPasswordEndsThemAll() {
        var owner = resident();
        var made = made(owner);
        clock.at(
                clock.instant().plusSeconds(1),
                () -> village.the(Accounts.class)
                        .setPassword(owner.account(), "swallow over wheat")
                        .orThrow());
        assertThat(bearers.of(made.text())).isEmpty();
        assertThat(tokens.of(owner).getFirst().endedWhy()).isEqualTo("password");
        clock.at(
                clock.instant().plusSeconds(2),
                () -> assertThat(bearers.of(made(owner).text())).isPresent());
    }

    @Test
    void whoLeavesTheirLastPostLeavesNoMachineBehind() {
        var clerk = village.staff("Sun", village.station, Role.CLERK);
        var second = new Post(village.station, Role.DISPATCHER);
        village.the(Staff.class)
                .give(village.administrator, clerk.person(), second)
                .orThrow();
        var made = tokens.make(signedIn(clerk), STAFF, "desk", Set.of(ApiScope.DESK_READ), 30)
                .orThrow();
        take(clerk, second);
        assertThat(bearers.of(made.text())).isPresent();
        take(clerk, new Post(village.station, Role.CLERK));
        assertThat(bearers.of(made.text())).isEmpty();
        assertThat(events(made)).containsExactly("made", "ended left");
    }

    private void take(Actor clerk, Post post) {
        village.the(Staff.class)
                .take(village.administrator, clerk.person(), post)
                .orThrow();
    }

    @Test
    void whatANonsensicalTokenAsksForIsRefused() {
        var owner = resident();
        assertThat(refusal(tokens.make(owner, RESIDENT, " ", Set.of(ApiScope.ORDERS_READ), 30)))
                .isEqualTo("token.purpose");
        assertThat(refusal(tokens.make(owner, RESIDENT, "x", Set.of(), 30))).isEqualTo("token.scopes");
        assertThat(refusal(tokens.make(owner, RESIDENT, "x", Set.of(ApiScope.DESK_READ), 30)))
                .isEqualTo("token.scopes");
        assertThat(refusal(tokens.make(owner, RESIDENT, "x", Set.of(ApiScope.ORDERS_READ), tokens.longest() + 1)))
                .isEqualTo("token.days");
        assertThat(refusal(tokens.make(owner, RESIDENT, "x", Set.of(ApiScope.ORDERS_READ), 0)))
                .isEqualTo("token.days");
    }

    @Test
    void ofManyMadeAtOnceNoMoreThanAllowedAreOpen() {
        var owner = resident();
        for (int i = 0; i < 18; i++) {
            made(owner);
        }
        Supplier<Outcome<MadeToken>> make =
                () -> tokens.make(owner, RESIDENT, "race", Set.of(ApiScope.ORDERS_READ), 30);
        var answers = AtOnce.all(Stream.generate(() -> make).limit(5).toList());
        assertThat(AtOnce.done(answers)).hasSize(2);
        assertThat(AtOnce.refusals(answers)).containsOnly("token.too_many");
    }

    @Test
    void itsLastUseIsNotedNowAndThen() {
        var owner = resident();
        var made = made(owner);
        assertThat(tokens.of(owner).getFirst().usedAt()).isNull();
        var first = clock.instant().plusSeconds(60).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        for (var at : List.of(first, first.plusSeconds(30), first.plus(Duration.ofMinutes(4)))) {
            clock.at(at, () -> bearers.of(made.text()));
            use.write();
            assertThat(tokens.of(owner).getFirst().usedAt()).isEqualTo(first);
        }
        var later = first.plus(Duration.ofMinutes(6));
        clock.at(later, () -> bearers.of(made.text()));
        assertThat(tokens.of(owner).getFirst().usedAt()).isEqualTo(first);
        use.write();
        assertThat(tokens.of(owner).getFirst().usedAt()).isEqualTo(later);
    }

    @Test
    void theLastUseOfManyIsWrittenAtOnceAndNeverAnEarlierOne() {
        var owner = resident();
        var one = made(owner);
        var other = made(owner);
        var now = clock.instant().plusSeconds(60).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        clock.at(now, () -> bearers.of(one.text()));
        clock.at(now.minusSeconds(20), () -> bearers.of(one.text()));
        clock.at(now.plusSeconds(9), () -> bearers.of(other.text()));
        use.write();
        assertThat(tokens.of(owner).stream().map(ApiToken::usedAt)).containsExactlyInAnyOrder(now, now.plusSeconds(9));
    }

    private MadeToken made(SignedIn owner) {
        return tokens.make(owner, RESIDENT, "weather station", Set.of(ApiScope.ORDERS_READ), 30)
                .orThrow();
    }

    private SignedIn resident() {
        return signedIn(Actor.withoutPosts(village.county, village.person("Zhao")));
    }

    private SignedIn signedIn(Actor actor) {
        return ApiClient.signedIn(house, actor);
    }

    private List<String> events(MadeToken token) {
        return jdbc.sql("""
                        select kind || coalesce(' ' || why, '') from api_token_event
                        where county_id = :county and token_id = :token order by id
                        """)
                .param("county", village.county.value())
                .param("token", token.id().value())
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    private static String refusal(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.code() : "done";
    }
}
