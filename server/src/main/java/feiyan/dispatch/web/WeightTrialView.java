package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.dispatch.measures.Share;
import feiyan.dispatch.trial.Example;
import feiyan.dispatch.trial.ReplayFigures;
import feiyan.dispatch.trial.WeightTrial;
import feiyan.menu.Menu;
import feiyan.menu.ProjectId;
import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.units.Units;
import feiyan.volunteers.VolunteerCard;
import feiyan.volunteers.Volunteers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A trial as it stands on the page: the figures side by side, some of the changes by name. */
@Component
class WeightTrialView {

    private static final double METRES = 1_000;

    private final Menu menu;
    private final Units units;
    private final Volunteers volunteers;
    private final WeightsView weights;
    private final MessageSource messages;

    WeightTrialView(Menu menu, Units units, Volunteers volunteers, WeightsView weights, MessageSource messages) {
        this.menu = menu;
        this.units = units;
        this.volunteers = volunteers;
        this.weights = weights;
        this.messages = messages;
    }

    /** One setting, as it is and as it would be. */
    record Difference(String key, String held, String tried) {}

    /** One figure of both plans. */
    record Line(String key, String held, String tried) {}

    /** @param held null where nobody would have gone */
    record Changed(
            @Nullable String number,
            @Nullable String project,
            @Nullable String unit,
            Instant starts,
            @Nullable String held,
            @Nullable String tried) {}

    Map<String, Object> model(Actor actor, WeightTrial trial) {
        var model = new HashMap<String, Object>();
        model.put("trial", trial);
        model.put("differences", differences(trial));
        var result = trial.result();
        if (result != null) {
            model.put("result", result);
            model.put("lines", lines(result.held(), result.tried()));
            model.put("changedShare", changed(result));
            model.put("examples", examples(actor.county(), result.examples()));
        }
        return model;
    }

    private List<Difference> differences(WeightTrial trial) {
        return trial.values().entrySet().stream()
                .map(each -> new Difference(
                        each.getKey().setting().key(),
                        weights.is(each.getKey(), each.getValue().held()),
                        weights.is(each.getKey(), each.getValue().tried())))
                .toList();
    }

    private static Share changed(WeightTrial.Result result) {
        return new Share(
                result.changed(),
                Math.max(result.held().filled(), result.tried().filled()));
    }

    private List<Line> lines(ReplayFigures held, ReplayFigures tried) {
        return List.of(
                new Line("filled", filled(held), filled(tried)),
                new Line("unfillable", count(held.unfillable()), count(tried.unfillable())),
                new Line("mean", way(held.meanMetres()), way(tried.meanMetres())),
                new Line("ninth", way(held.ninthMetres()), way(tried.ninthMetres())),
                new Line("asked", count(held.asked()), count(tried.asked())),
                new Line("spread", spread(held), spread(tried)));
    }

    private String filled(ReplayFigures figures) {
        var share = new Share(figures.filled(), figures.seats());
        return word("dispatch.measures.share", share.percent(), share.some(), share.all());
    }

    private String count(int number) {
        return word("dispatch.weights.count", number);
    }

    private String way(@Nullable Integer metres) {
        return metres == null ? "–" : word("dispatch.weights.km", "%.1f".formatted(metres / METRES));
    }

    private String spread(ReplayFigures figures) {
        return word(
                "dispatch.measures.spread.is",
                "%.2f".formatted(figures.spread().gini()),
                figures.spread().busiestTenth(),
                figures.spread().people());
    }

    /** The door lets in only the center's administrators, who keep the register of the whole county. */
    private List<Changed> examples(CountyId county, List<Example> examples) {
        var cards = volunteers.cards(
                county,
                examples.stream()
                        .flatMap(one -> Stream.of(one.held(), one.tried()))
                        .filter(Objects::nonNull)
                        .toList());
        var names = units.names(county, examples.stream().map(Example::unit).collect(Collectors.toSet()));
        var projects = projects(county, examples);
        return examples.stream()
                .map(one -> new Changed(
                        one.number(),
                        one.project() == null ? null : projects.get(one.project()),
                        names.get(one.unit()),
                        one.starts(),
                        name(cards, one.held()),
                        name(cards, one.tried())))
                .toList();
    }

    private Map<ProjectId, String> projects(CountyId county, List<Example> examples) {
        var wanted =
                examples.stream().map(Example::project).filter(Objects::nonNull).collect(Collectors.toSet());
        return wanted.isEmpty() ? Map.of() : menu.names(county, wanted);
    }

    /** Somebody who has left since has no name here. */
    private @Nullable String name(Map<PersonId, VolunteerCard> cards, @Nullable PersonId person) {
        if (person == null) {
            return null;
        }
        var card = cards.get(person);
        return card == null ? word("dispatch.weights.left") : card.name();
    }

    private String word(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
