package feiyan.messages;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.menu.ProjectId;
import feiyan.orders.Followers;
import feiyan.orders.Review;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** A child who lives away hears what the parent hears, as long as the parent allows it. */
@FeiyanTest(properties = "feiyan.jobs=false")
@Import(SentTexts.class)
@TestInstance(Lifecycle.PER_CLASS)
class FollowerNoticesTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Followers followers;

    @Autowired
    private Notices notices;

    private ToldWorld world;
    private Actor parent;
    private Actor child;

    @BeforeAll
    void aVillage() {
        world = new ToldWorld(house);
        parent = world.village.requester;
    }

    @BeforeEach
    void aChild() {
        child = world.somebody("Wang Li");
    }

    @Test
    void hearsWhatTheParentHearsOnceInTheAppAndByTheParentsName() {
        follow();
        var order = world.at(world.tuesday, () -> world.village.approved(haircut(), world.wednesday));
        world.tick(world.tuesday);
        assertThat(world.told(parent, order)).containsExactly(NoticeKind.ORDER_APPROVED);
        assertThat(world.told(child, order)).containsExactly(NoticeKind.ORDER_PLACED, NoticeKind.ORDER_APPROVED);
        assertThat(world.about(child, order)).extracting(Notice::followed).containsOnly("Grandma Wang");
        assertThat(world.about(parent, order)).extracting(Notice::followed).containsOnlyNulls();
        assertThat(world.texts(child)).isEmpty();
    }

    @Test
    void hearsNothingOfWhatIsConfidentialAndNoLongerOfWhatBecameSo() {
        follow();
        var counselling = world.village.confidentialProject();
        var order = world.at(world.tuesday, () -> world.village.approved(counselling, world.wednesday));
        var free = world.at(world.tuesday, () -> world.village.inFreeWords(world.wednesday));
        world.tick(world.tuesday);
        assertThat(world.told(parent, order)).containsExactly(NoticeKind.ORDER_APPROVED);
        assertThat(world.told(child, order)).isEmpty();
        assertThat(world.told(child, free)).containsExactly(NoticeKind.ORDER_PLACED);
        var notice = world.about(child, free).findFirst().orElseThrow().id();

        world.at(
                world.tuesday,
                () -> world.village
                        .the(Review.class)
                        .approve(world.village.clerk, free, 1, counselling)
                        .orThrow());
        world.tick(world.tuesday);

        assertThat(world.told(child, free)).isEmpty();
        assertThat(notices.unread(child.county(), child.person())).isZero();
        assertThat(notices.read(child, notice).map(Notice::id)).isEqualTo(Outcome.refused("notice.gone"));
    }

    @Test
    void hearsNothingAfterTheParentTookItBackThoughItHappenedBefore() {
        follow();
        var earlier = world.at(world.tuesday, () -> world.village.approved(haircut(), world.wednesday));
        world.tick(world.tuesday);
        assertThat(world.told(child, earlier)).isNotEmpty();
        var order = world.at(world.tuesday, () -> world.village.approved(haircut(), world.wednesday));
        var tie = followers.followedBy(child).getFirst().id();
        followers.withdraw(parent, tie).orThrow();
        world.tick(world.tuesday);
        assertThat(world.told(child, order)).isEmpty();
        assertThat(world.told(child, earlier))
                .as("what it says changes with the order")
                .isEmpty();
    }

    @Test
    void aParentIsAskedOnceByTextAndInTheAppHoweverOftenTheChildAsks() {
        var mother = world.somebody("Grandma Li");
        ask(mother);
        ask(mother);
        world.tick(world.tuesday);
        assertThat(world.all(mother)).extracting(Notice::kind).containsExactly(NoticeKind.FOLLOW_ASKED);
        assertThat(world.all(mother)).extracting(Notice::path).containsExactly("/family");
        assertThat(world.texts(mother)).singleElement().asString().contains("想在飞燕看您点的单");
        assertThat(world.texts(mother)).noneMatch(text -> text.contains("Wang Li"));
        world.at(
                world.tuesday,
                () -> followers
                        .takeBack(child, followers.asked(child).getFirst().id())
                        .orThrow());
        ask(mother);
        world.tick(world.tuesday.plusSeconds(60));
        assertThat(world.texts(mother)).hasSize(1);
    }

    @Test
    void whoHasAnsweredAlreadyIsNotTold() {
        var mother = world.somebody("Grandma Li");
        ask(mother);
        world.at(
                world.tuesday,
                () -> followers
                        .deny(mother, followers.asking(mother).getFirst().id())
                        .orThrow());
        world.tick(world.tuesday);
        assertThat(world.all(mother)).isEmpty();
    }

    private ProjectId haircut() {
        return world.village.project(1, 40);
    }

    private void follow() {
        ask(parent);
        world.at(
                world.tuesday,
                () -> followers
                        .allow(parent, followers.asking(parent).getFirst().id(), false)
                        .orThrow());
        world.tick(world.tuesday);
    }

    private void ask(Actor whom) {
        world.at(
                world.tuesday,
                () -> followers.ask(child, world.phone(whom).digits(), false).orThrow());
    }
}
