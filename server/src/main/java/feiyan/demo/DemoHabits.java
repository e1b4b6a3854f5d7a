package feiyan.demo;

import feiyan.messages.Choices;
import feiyan.messages.Choices.Chosen;
import feiyan.messages.Topic;
import feiyan.messages.Way;
import feiyan.orders.OrderSearchCriteria;
import feiyan.orders.SavedFilters;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How the cast likes to work: what the clerk looks for again and again, by which way each wants to hear of what. */
@Component
class DemoHabits {

    private static final Duration SETTLED_IN = Duration.ofDays(10);
    private static final String CHINESE = "zh-CN";

    private final SavedFilters filters;
    private final Choices choices;
    private final CastActors cast;

    DemoHabits(SavedFilters filters, Choices choices, CastActors cast) {
        this.filters = filters;
        this.choices = choices;
        this.cast = cast;
    }

    void plan(World world, Instant now) {
        world.days().plan(now.minus(SETTLED_IN), () -> {
            saveFilters(world);
            choose(world, Cast.CHILD, Map.of(Topic.NEEDS, Way.TEXT, Topic.NEEDS_PROGRESS, Way.DIGEST));
            choose(world, Cast.VOLUNTEER, Map.of(Topic.OFFERS, Way.TEXT, Topic.SERVICES_PROGRESS, Way.APP));
            choose(world, Cast.LEADER, Map.of(Topic.OFFERS, Way.TEXT));
        });
    }

    private void saveFilters(World world) {
        var clerk = Scene.clerk(world);
        var story = world.land().story().id();
        var late = new OrderSearchCriteria("", null, null, story, null, null, true, false);
        filters.save(clerk, world.words().say("filter.late"), late, null).orThrow();
        var words = world.words().say("filter.telephone.words");
        filters.save(clerk, world.words().say("filter.telephone"), OrderSearchCriteria.ofWords(words), story)
                .orThrow();
    }

    private void choose(World world, Cast who, Map<Topic, Way> ways) {
        choices.choose(cast.of(world, who), new Chosen(CHINESE, ways)).orThrow();
    }
}
