package feiyan.orders;

import static feiyan.orders.OrdersWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.menu.ProjectId;
import feiyan.orders.OrderSearch.Found;
import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.OutboxWorker;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest(properties = "feiyan.jobs=false")
@Import(OrdersWorld.class)
class OrderSearchTest {

    private static final String PHONE = "13905395678";

    @Autowired
    OrdersWorld world;

    @Autowired
    Orders orders;

    @Autowired
    Review review;

    @Autowired
    OrderSearch search;

    @Autowired
    OrderSearchRebuild rebuild;

    @Autowired
    OutboxWorker outbox;

    @Autowired
    JdbcClient jdbc;

    private Cast cast;
    private OrderId hers;

    @BeforeEach
    void anOrderAmongOthers() {
        cast = world.county();
        hers = placed(cast.resident(), cast.haircut(), "腿脚不便，出不了门，想理个发", "王秀兰");
        placed(world.somebody(cast.county()), cast.opera(), "老姐妹三个都想听吕剧", "单桂花");
        outbox.work();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "王秀兰", "秀兰", "wxl", "WXL", "xl", "腿脚不便", "不便", "上门理发", "smlf", "腿脚 王秀兰", "王 秀兰", "wxl 理发", "5678",
                PHONE, "　腿脚　", "ｗｘｌ"
            })
    void findsHerOrderAndNoOther(String words) {
        assertThat(found(cast.clerk(), words)).containsExactly(hers);
    }

    @Test
    void findsByTheNumberAndByItsEnd() {
        var number = number(hers);
        assertThat(found(cast.clerk(), number)).containsExactly(hers);
        assertThat(found(cast.clerk(), number.toLowerCase(Locale.ROOT))).containsExactly(hers);
        assertThat(found(cast.clerk(), number.replace("-", ""))).containsExactly(hers);
        assertThat(found(cast.clerk(), number.substring(7))).containsExactly(hers);
        assertThat(found(cast.clerk(), number.substring(9))).contains(hers);
        assertThat(found(cast.clerk(), number.substring(0, 6)))
                .as("all of that day")
                .hasSize(2);
    }

    @Test
    void findsByTheStationAndBothReadingsOfAName() {
        assertThat(found(cast.clerk(), "高册")).hasSize(2);
        assertThat(found(cast.clerk(), "gcc")).hasSize(2);
        assertThat(found(cast.clerk(), "sgh")).hasSize(1).doesNotContain(hers);
        assertThat(found(cast.clerk(), "dgh")).hasSize(1).doesNotContain(hers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"王兰", "秀王", "不便想理", "lxw", "9999", "理发 京剧", "兰腿", "王秀兰 单桂花"})
    void whatStandsNowhereTogetherIsNotFound(String words) {
        assertThat(found(cast.clerk(), words)).isEmpty();
    }

    @Test
    void onlyWhomItConcernsFindsIt() {
        for (var reader : List.of(cast.resident(), cast.clerk(), cast.dispatcher(), cast.centerDispatcher())) {
            assertThat(found(reader, "王秀兰")).containsExactly(hers);
        }
        var elsewhere = world.county();
        var impostor = new Actor(
                elsewhere.county(), cast.clerk().person(), cast.clerk().posts());
        for (var stranger : List.of(cast.sisterClerk(), cast.stranger(), elsewhere.centerDispatcher(), impostor)) {
            assertThat(found(stranger, "王秀兰")).isEmpty();
            assertThat(found(stranger, "wxl")).isEmpty();
            assertThat(found(stranger, "5678")).isEmpty();
            assertThat(found(stranger, number(hers))).isEmpty();
            assertThat(ids(stranger, conditions(null, LocalDate.of(2020, 1, 1), null, false, false)))
                    .isEmpty();
        }
    }

    @Test
    void whoPassedItOnStillFindsItAndWhoHasItNowToo() {
        world.at(NOW, () -> review.escalate(cast.clerk(), hers, 1, cast.center(), null))
                .orThrow();
        outbox.work();
        assertThat(found(cast.clerk(), "wxl")).containsExactly(hers);
        assertThat(found(cast.centerDispatcher(), "wxl")).containsExactly(hers);
    }

    @Test
    void whoeverServesFindsTheWordsWhileServingAndNotAfterwards() {
        var serving = world.accepted(cast, cast.haircut());
        outbox.work();
        assertThat(found(cast.volunteer(), OrdersWorld.RECIPIENT)).containsExactly(serving);
        var served = world.served(cast, cast.opera());
        outbox.work();
        assertThat(found(cast.volunteer(), "京剧")).as("the project is no secret").containsExactly(served);
        assertThat(found(cast.volunteer(), OrdersWorld.RECIPIENT))
                .as("that a name is there is a thing to know")
                .doesNotContain(served);
    }

    @Test
    void aConfidentialOrderIsInNobodysResultsButItsHandlersAndItsRequesters() {
        var secret = placed(cast.resident(), cast.counselling(), "夜里睡不着，想找人说说", "郑玉梅");
        outbox.work();
        for (var words : List.of("郑玉梅", "睡不着", "zym", "心理咨询", "xlzx", number(secret))) {
            assertThat(found(cast.resident(), words)).contains(secret);
            assertThat(found(cast.clerk(), words)).contains(secret);
            for (var other : List.of(cast.dispatcher(), cast.centerDispatcher(), cast.sisterClerk(), cast.stranger())) {
                assertThat(found(other, words)).doesNotContain(secret);
            }
        }
        var all = conditions(null, LocalDate.of(2020, 1, 1), null, false, false);
        assertThat(ids(cast.clerk(), all)).hasSize(3).contains(secret);
        assertThat(ids(cast.centerDispatcher(), all)).hasSize(2).doesNotContain(secret);
        world.at(NOW, () -> review.escalate(cast.clerk(), secret, 1, cast.institute(), null))
                .orThrow();
        outbox.work();
        assertThat(found(cast.clerk(), "郑玉梅")).as("it stands elsewhere now").isEmpty();
        assertThat(found(cast.dispatcher(), "郑玉梅")).containsExactly(secret);
    }

    @Test
    void aSearchByTelephoneIsNotedWithWhatItFoundAndAlsoWhereItFoundNothing() {
        assertThat(find(cast.clerk(), "5678").noted()).isTrue();
        assertThat(views(cast.clerk(), "service_order"))
                .containsExactly(hers.value().toString());
        assertThat(views(cast.clerk(), "order_search")).hasSize(1);
        find(cast.sisterClerk(), "5678");
        assertThat(views(cast.sisterClerk(), "order_search")).hasSize(1);
        assertThat(views(cast.sisterClerk(), "service_order")).isEmpty();
        assertThat(find(cast.dispatcher(), "王秀兰").noted()).isFalse();
        assertThat(views(cast.dispatcher(), "order_search")).isEmpty();
    }

    @Test
    void conditionsNarrowASearchAndAreOneByThemselves() {
        var urgent = world.placed(cast, cast.opera(), cast.resident(), true);
        outbox.work();
        assertThat(ids(cast.clerk(), conditions(null, null, null, false, true))).containsExactly(urgent);
        assertThat(ids(cast.clerk(), conditions(cast.haircut(), null, null, false, false)))
                .containsExactly(hers);
        var day = LocalDate.of(2026, 6, 16);
        assertThat(ids(cast.clerk(), conditions(null, day, day, false, false))).hasSize(3);
        assertThat(ids(cast.clerk(), conditions(null, day.plusDays(1), null, false, false)))
                .isEmpty();
        assertThat(ids(cast.clerk(), conditions(null, null, day.minusDays(1), false, false)))
                .isEmpty();
        var overdue = conditions(null, null, null, true, false);
        assertThat(world.at(NOW, () -> ids(cast.clerk(), overdue))).isEmpty();
        assertThat(world.at(NOW.plus(Duration.ofDays(9)), () -> ids(cast.clerk(), overdue)))
                .hasSize(3);
        assertThat(ids(cast.clerk(), at(Pile.DISPATCH, cast.station()))).isEmpty();
        assertThat(ids(cast.clerk(), at(Pile.REVIEW, cast.station()))).hasSize(3);
        assertThat(ids(cast.centerDispatcher(), at(Pile.REVIEW, cast.institute())))
                .hasSize(3);
        assertThat(ids(cast.centerDispatcher(), at(Pile.REVIEW, cast.sister()))).isEmpty();
        assertThat(ids(cast.resident(), conditions(cast.haircut(), null, null, false, false)))
                .containsExactly(hers);
    }

    @Test
    void pagesFollowEachOtherWithoutLossOrRepetition() {
        var all = new ArrayList<OrderId>();
        for (int i = 0; i < 100; i++) {
            all.add(placed(cast.resident(), cast.opera(), i % 2 == 0 ? "想看电影" : "电影想看", "赵大娘"));
        }
        outbox.work();
        assertThat(throughPages("赵大娘")).containsExactlyElementsOf(all.reversed());
        var even = new ArrayList<OrderId>();
        for (int i = 0; i < 100; i += 2) {
            even.add(all.get(i));
        }
        assertThat(throughPages("想看电影"))
                .as("the others have the same bigrams but one")
                .containsExactlyElementsOf(even.reversed());
    }

    private List<OrderId> throughPages(String words) {
        var read = new ArrayList<OrderId>();
        var page = find(cast.clerk(), words);
        while (page.more() != null) {
            assertThat(page.hits()).hasSizeLessThanOrEqualTo(OrderSearch.PAGE);
            read.addAll(ids(page));
            page = search.find(cast.clerk(), OrderSearchCriteria.ofWords(words), page.more())
                    .orThrow();
        }
        read.addAll(ids(page));
        return read;
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%", "__", "\\\\", "😀😀", "王", "  ", "\u0000\u0001", "'; drop table order_search; --x"})
    void strangeWordsFindNothingAndBreakNothing(String words) {
        var answer = search.find(cast.clerk(), OrderSearchCriteria.ofWords(words), null);
        assertThat(answer instanceof Outcome.Refused<Found>
                        || ids(answer.orThrow()).isEmpty())
                .isTrue();
        assertThat(found(cast.clerk(), "王秀兰")).containsExactly(hers);
    }

    @Test
    void saysWhatIsWrongWithASearch() {
        assertThat(refusal("   ")).isEqualTo("search.nothing");
        assertThat(refusal("王")).isEqualTo("search.too_little");
        assertThat(refusal("😀")).isEqualTo("search.too_little");
        assertThat(refusal("王".repeat(1_000))).isEqualTo("search.too_long");
        assertThat(found(cast.clerk(), "\u0007王秀兰\n\t")).containsExactly(hers);
    }

    @Test
    void nothingInTheIndexIsReadable() {
        var stored = jdbc.sql("select tokens::text || names as row from order_search where county_id = :county")
                .param("county", cast.county().value())
                .query(String.class)
                .list();
        assertThat(stored).hasSize(2).allSatisfy(row -> assertThat(row).matches("\\{[-0-9,]+}[0-9a-f]{32}"));
        var elsewhere = world.county();
        var same = placedIn(elsewhere, elsewhere.resident(), elsewhere.haircut(), "腿脚不便，出不了门，想理个发", "王秀兰");
        outbox.work();
        assertThat(tokens(same)).as("another county hashes otherwise").doesNotContainAnyElementsOf(tokens(hers));
    }

    @Test
    void ordersFromBeforeTheIndexRenamedProjectsAndErasedWordsAreCaughtUpWith() {
        jdbc.sql("delete from order_search where county_id = :county")
                .param("county", cast.county().value())
                .update();
        assertThat(found(cast.clerk(), "王秀兰")).isEmpty();
        assertThat(rebuild.catchUp(cast.county())).isEqualTo(2);
        assertThat(found(cast.clerk(), "王秀兰")).containsExactly(hers);
        assertThat(rebuild.catchUp(cast.county())).as("nothing left to do").isZero();

        jdbc.sql("update project set name = '上门剪头' where county_id = :county and id = :project")
                .param("county", cast.county().value())
                .param("project", cast.haircut().value())
                .update();
        assertThat(rebuild.catchUp(cast.county())).isEqualTo(1);
        assertThat(found(cast.clerk(), "剪头")).containsExactly(hers);
        assertThat(found(cast.clerk(), "上门理发")).isEmpty();

        var before = tokens(hers);
        jdbc.sql("""
                update order_words set need = null, recipient_name = null, phone = null, address = null, erased_at = :now
                where county_id = :county and order_id = :order
                """)
                .param("county", cast.county().value())
                .param("order", hers.value())
                .param("now", NOW.atOffset(ZoneOffset.UTC))
                .update();
        assertThat(rebuild.catchUp(cast.county())).isEqualTo(1);
        assertThat(found(cast.clerk(), "王秀兰")).isEmpty();
        assertThat(tokens(hers)).hasSizeLessThan(before.size() - 10);
        assertThat(rebuild.catchUp(cast.county())).isZero();
    }

    private List<Integer> tokens(OrderId order) {
        return jdbc.sql("""
                        select unnest(tokens) from order_search s
                        where s.county_id in (
                          select o.county_id from service_order o where o.county_id = any(:counties) and o.id = s.order_id)
                          and s.county_id = any(:counties) and s.order_id = :order
                        """)
                .param("counties", counties())
                .param("order", order.value())
                .query((row, number) -> row.getInt(1))
                .list();
    }

    private Long[] counties() {
        return jdbc.sql("select id from county").query(Long.class).list().toArray(Long[]::new);
    }

    private List<String> views(Actor viewer, String subject) {
        return jdbc.sql("""
                        select subject_id::text from sensitive_view
                        where county_id = :county and viewer_id = :viewer and subject = :subject and fields = '{phone}'
                        """)
                .param("county", viewer.county().value())
                .param("viewer", viewer.person().value())
                .param("subject", subject)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private String number(OrderId order) {
        return jdbc.sql("select number from service_order where county_id = :county and id = :order")
                .param("county", cast.county().value())
                .param("order", order.value())
                .query(String.class)
                .single();
    }

    private OrderId placed(Actor requester, @Nullable ProjectId project, String need, String recipient) {
        return placedIn(cast, requester, project, need, recipient);
    }

    private OrderId placedIn(Cast there, Actor requester, @Nullable ProjectId project, String need, String recipient) {
        var phone = recipient.equals("王秀兰") ? PHONE : "13905390000";
        var order = new NewOrder(
                requester.person(),
                Channel.PHONE_PAGE,
                there.station(),
                project,
                need,
                recipient,
                phone,
                "三排二号",
                null,
                OrdersWorld.window(),
                false,
                null,
                null);
        return world.at(NOW, () -> orders.place(requester, order)).orThrow();
    }

    private static OrderSearchCriteria conditions(
            @Nullable ProjectId project,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean overdue,
            boolean urgent) {
        return new OrderSearchCriteria("", null, project, null, from, to, overdue, urgent);
    }

    private static OrderSearchCriteria at(Pile pile, UnitId place) {
        return new OrderSearchCriteria("", pile, null, place, null, null, false, false);
    }

    private Found find(Actor reader, String words) {
        return search.find(reader, OrderSearchCriteria.ofWords(words), null).orThrow();
    }

    private List<OrderId> found(Actor reader, String words) {
        return ids(find(reader, words));
    }

    private List<OrderId> ids(Actor reader, OrderSearchCriteria criteria) {
        return ids(search.find(reader, criteria, null).orThrow());
    }

    private static List<OrderId> ids(Found found) {
        return found.hits().stream().map(hit -> hit.line().id()).toList();
    }

    private String refusal(String words) {
        var answer = search.find(cast.clerk(), OrderSearchCriteria.ofWords(words), null);
        return Objects.requireNonNull(
                answer instanceof Outcome.Refused<Found>(var refusal) ? refusal.code() : null, "was found");
    }
}
