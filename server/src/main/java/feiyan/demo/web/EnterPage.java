package feiyan.demo.web;

import feiyan.accounts.SignIns;
import feiyan.demo.Cast;
import feiyan.demo.Players;
import feiyan.demo.Players.Player;
import feiyan.web.Pages;
import feiyan.web.PublicPaths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** "Enter as…": the demo's cast, one tap each, and a story to play through with them. */
@Controller
@ConditionalOnBooleanProperty("feiyan.demo")
class EnterPage implements PublicPaths {

    /** Who does something in the story, in turn; the words of each step are {@code demo.story.<number>}. */
    private static final List<Cast> STORY =
            List.of(Cast.RESIDENT, Cast.CLERK, Cast.INSTITUTE_DISPATCHER, Cast.LEADER, Cast.VOLUNTEER, Cast.RESIDENT);

    private final Players players;
    private final Doorstep doorstep;
    private final SignIns signIns;

    EnterPage(Players players, Doorstep doorstep, SignIns signIns) {
        this.players = players;
        this.doorstep = doorstep;
        this.signIns = signIns;
    }

    @Override
    public List<String> patterns() {
        return List.of("/enter", "/enter/*");
    }

    @GetMapping("/enter")
    ModelAndView page(HttpServletRequest request) {
        mustBeOpen(request);
        var cast = players.all();
        var byPart = cast.stream().collect(Collectors.toMap(Player::part, player -> player));
        return new ModelAndView(
                "demo/enter",
                Map.of(
                        "cast",
                        cast,
                        "story",
                        STORY.stream()
                                .flatMap(part -> Stream.ofNullable(byPart.get(part)))
                                .toList()));
    }

    @PostMapping("/enter/{part}")
    ModelAndView enter(@PathVariable String part, HttpServletRequest request, HttpServletResponse response) {
        mustBeOpen(request);
        var chosen = Arrays.stream(Cast.values())
                .filter(cast -> cast.code().equals(part))
                .findFirst()
                .orElseThrow(EnterPage::notFound);
        signIns.open(request, response, players.signIn(chosen).orElseThrow(EnterPage::notFound));
        return Pages.next(firstPage(chosen));
    }

    private void mustBeOpen(HttpServletRequest request) {
        if (!doorstep.isOpen(request)) {
            throw notFound();
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Where each finds what waits for them. */
    private static String firstPage(Cast part) {
        return switch (part) {
            case RESIDENT, SWALLOW, AUDITOR -> "/";
            case CLERK, INSTITUTE_DISPATCHER, CENTER_DISPATCHER -> "/inbox";
            case LEADER -> "/team-offers";
            case VOLUNTEER -> "/my-day";
            case ADMINISTRATOR -> "/admin";
        };
    }
}
