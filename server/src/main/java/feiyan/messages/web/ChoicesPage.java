package feiyan.messages.web;

import feiyan.messages.Choices;
import feiyan.messages.Choices.Chosen;
import feiyan.messages.Topic;
import feiyan.messages.Way;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.units.Actor;
import feiyan.web.Choice;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** By which way somebody wants to be told what; asked only for what can come to them. */
@Controller
@RequestMapping("/messages/choices")
class ChoicesPage {

    private static final String VIEW = "messages/choices";
    private static final String PATH = "/messages/choices";

    private final Choices choices;
    private final AskedTopics topics;
    private final MessageSource words;

    ChoicesPage(Choices choices, AskedTopics topics, MessageSource words) {
        this.choices = choices;
        this.topics = topics;
        this.words = words;
    }

    /** One question of the page. */
    record Question(String name, String label, String hint, List<Choice> answers, String answer) {}

    @GetMapping
    ModelAndView choices(Actor actor, Locale language) {
        return new ModelAndView(VIEW, model(choices.of(actor), language));
    }

    @PostMapping
    ModelAndView choose(
            Actor actor, @RequestParam Map<String, String> form, Locale language, RedirectAttributes redirect) {
        var mistakes = new Mistakes();
        var chosen = ChoicesForm.read(form, topics.all(), mistakes);
        if (!mistakes.isEmpty()) {
            return Pages.again(VIEW, mistakes, model(choices.of(actor), language));
        }
        return switch (choices.choose(actor, chosen)) {
            case Refused<Chosen>(var refusal) -> Pages.refused(refusal, PATH);
            case Done<Chosen> _ -> {
                Notice.done("messages.choices.saved").on(redirect);
                yield Pages.next(PATH);
            }
        };
    }

    private Map<String, ?> model(Chosen chosen, Locale language) {
        var questions = topics.all().stream()
                .map(topic ->
                        question(topic, Objects.requireNonNull(chosen.ways().get(topic)), language))
                .toList();
        var languages = List.of(
                new Choice("zh-CN", word("messages.choices.language.zh", language), null),
                new Choice("en", word("messages.choices.language.en", language), null));
        return Map.of("questions", questions, "languages", languages, "language", chosen.language());
    }

    private Question question(Topic topic, Way answer, Locale language) {
        var key = "messages.topic." + topic.code();
        var answers = topic.ways().stream().map(way -> way(way, language)).toList();
        return new Question(topic.code(), word(key, language), word(key + ".hint", language), answers, answer.code());
    }

    private Choice way(Way way, Locale language) {
        var key = "messages.way." + way.code();
        return new Choice(way.code(), word(key, language), word(key + ".hint", language));
    }

    private String word(String key, Locale language) {
        return words.getMessage(key, null, language);
    }
}
