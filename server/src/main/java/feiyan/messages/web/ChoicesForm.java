package feiyan.messages.web;

import feiyan.messages.Choices.Chosen;
import feiyan.messages.Topic;
import feiyan.messages.Way;
import feiyan.web.Mistakes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page's answers: one for each topic that was asked for, and the language. */
final class ChoicesForm {

    private static final List<String> LANGUAGES = List.of("zh-CN", "en");

    private ChoicesForm() {}

    static Chosen read(Map<String, String> form, List<Topic> asked, Mistakes mistakes) {
        var ways = new EnumMap<Topic, Way>(Topic.class);
        for (var topic : asked) {
            way(topic, form.get(topic.code()))
                    .ifPresentOrElse(
                            way -> ways.put(topic, way), () -> mistakes.add(topic.code(), "messages.choices.missing"));
        }
        var language = form.getOrDefault("language", "");
        if (!LANGUAGES.contains(language)) {
            mistakes.add("language", "messages.choices.missing");
        }
        return new Chosen(language, ways);
    }

    private static Optional<Way> way(Topic topic, @Nullable String code) {
        return topic.ways().stream().filter(way -> way.code().equals(code)).findFirst();
    }
}
