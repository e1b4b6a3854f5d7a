package feiyan.messages.web;

import feiyan.messages.Choices;
import feiyan.messages.Choices.Chosen;
import feiyan.messages.Topic;
import feiyan.messages.Way;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Unprocessable;
import io.swagger.v3.oas.annotations.Operation;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** By which way somebody wants to be told what. */
@RestController
@RequestMapping(ApiPath.V1 + "/messages/choices")
class ChoicesApi {

    private final Choices choices;
    private final AskedTopics topics;

    ChoicesApi(Choices choices, AskedTopics topics) {
        this.choices = choices;
        this.topics = topics;
    }

    /**
     * @param language of text messages, {@code zh-CN} or {@code en}
     * @param ways for each topic that can come to the person
     */
    record WaysToTell(String language, Map<Topic, Way> ways) {}

    @Operation(
            summary = "By which way one is told what",
            description = "For each topic that can come to the person; by default where nothing was chosen.")
    @NeedsScope("messages:read")
    @GetMapping
    WaysToTell show(Actor actor) {
        return of(choices.of(actor));
    }

    private WaysToTell of(Chosen chosen) {
        var ways = new EnumMap<Topic, Way>(Topic.class);
        topics.all()
                .forEach(topic ->
                        ways.put(topic, Objects.requireNonNull(chosen.ways().get(topic))));
        return new WaysToTell(chosen.language(), ways);
    }

    @Operation(
            summary = "Choose by which way one is told what; each topic that can come must be named",
            description = "Topics that cannot come to the person are not asked for.")
    @NeedsScope("messages:write")
    @PostMapping
    Outcome<WaysToTell> choose(Actor actor, @RequestBody WaysToTell wanted) {
        var form = new HashMap<String, String>();
        wanted.ways().forEach((topic, way) -> form.put(topic.code(), way.code()));
        form.put("language", wanted.language());
        var mistakes = new Mistakes();
        var chosen = ChoicesForm.read(form, topics.all(), mistakes);
        Unprocessable.ifAny(mistakes);
        return choices.choose(actor, chosen).map(this::of);
    }
}
