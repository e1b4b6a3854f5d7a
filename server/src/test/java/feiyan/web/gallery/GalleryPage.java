package feiyan.web.gallery;

import feiyan.platform.Refusal;
import feiyan.web.Choice;
import feiyan.web.Mistakes;
import feiyan.web.NavEntry;
import feiyan.web.Navigation;
import feiyan.web.Notice;
import feiyan.web.Pages;
import feiyan.web.PublicPaths;
import feiyan.web.Viewer;
import feiyan.web.Viewer.Standing;
import feiyan.web.Viewers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@ConditionalOnProperty("feiyan.gallery")
class GalleryPage implements Viewers, Navigation, PublicPaths {

    private final MessageSource words;

    GalleryPage(MessageSource words) {
        this.words = words;
    }

    @GetMapping("/gallery")
    ModelAndView parts() {
        return new ModelAndView("gallery/parts", Map.of("refusal", Refusal.of("gallery.taken")));
    }

    @GetMapping("/gallery/start")
    ModelAndView start() {
        return new ModelAndView("gallery/start");
    }

    @GetMapping("/gallery/desk")
    ModelAndView desk() {
        return new ModelAndView("gallery/desk");
    }

    @GetMapping("/gallery/form")
    ModelAndView form() {
        return new ModelAndView("gallery/form", Map.of("times", times()));
    }

    @PostMapping("/gallery/form")
    ModelAndView send(RedirectAttributes redirect, String words) {
        return switch (words) {
            case "" -> Pages.again("gallery/form", wrong(), Map.of("times", times()));
            case "late" -> Pages.refused(Refusal.of("gallery.taken"), "/gallery");
            default -> {
                Notice.done("gallery.sent").on(redirect);
                yield Pages.next("/gallery");
            }
        };
    }

    private List<Choice> times() {
        return List.of(
                new Choice("am", word("gallery.time.am"), word("gallery.time.am.hint")),
                new Choice("pm", word("gallery.time.pm"), null));
    }

    private static Mistakes wrong() {
        return new Mistakes().add("words", "gallery.words.missing").add("phone", "gallery.phone.wrong");
    }

    @Override
    public Viewer current() {
        var station = new Viewer.Station(word("gallery.station"), "0539-6221234");
        return new Viewer(Set.of(Standing.RESIDENT), word("gallery.name"), word("gallery.county"), station, 3);
    }

    private String word(String key) {
        return words.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    @Override
    public List<NavEntry> entriesFor(Viewer viewer) {
        return List.of(
                new NavEntry(1, "gallery.nav.start", "/gallery/start", "home"),
                new NavEntry(2, "gallery.nav.order", "/gallery/form", "pencil"),
                new NavEntry(3, "gallery.nav.mine", "/gallery/desk", "list"),
                new NavEntry(4, "gallery.nav.parts", "/gallery", "book"));
    }

    @Override
    public List<String> patterns() {
        return List.of("/gallery/**");
    }
}
