package feiyan.units.web;

import feiyan.units.Actor;
import feiyan.units.Area;
import feiyan.units.AreaImport;
import feiyan.units.Areas;
import feiyan.units.Role;
import feiyan.units.Units;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The division tree comes in as a file or as pasted text, is looked at first, and then imported. */
@Controller
@RequestMapping("/admin/areas")
class AreasPage {

    /** More would be scrolled past: the first ones show what kind of mistake it is. */
    private static final int MISTAKES_SHOWN = 20;

    /** What was understood goes on as one field of the next form, of which the container takes two megabytes. */
    private static final int LARGEST = 1_500_000;

    private final Areas areas;
    private final Units units;

    AreasPage(Areas areas, Units units) {
        this.areas = areas;
        this.units = units;
    }

    @GetMapping
    ModelAndView ask(Actor actor) {
        return page(actor);
    }

    private ModelAndView page(Actor actor) {
        var center = units.center(actor.county());
        if (center.isEmpty() || !units.reaches(actor, center.get().id(), Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("no administrator of the center");
        }
        return new ModelAndView("units/areas").addObject("counts", areas.counts(actor.county()));
    }

    @PostMapping("/preview")
    ModelAndView preview(
            Actor actor, @RequestParam @Nullable MultipartFile file, @RequestParam(defaultValue = "") String text)
            throws IOException {
        var bytes = file == null || file.isEmpty() ? text.getBytes(StandardCharsets.UTF_8) : file.getBytes();
        if (bytes.length == 0 || bytes.length > LARGEST) {
            var code = bytes.length == 0 ? "units.areas.none_given" : "units.areas.too_large";
            var mistakes = new Mistakes().add("file", code);
            return Pages.again("units/areas", mistakes, page(actor).getModel());
        }
        return looked(actor, Answers.shown(areas.preview(actor, bytes)), text);
    }

    private ModelAndView looked(Actor actor, AreaImport found, String text) {
        var page = page(actor).addObject("found", found).addObject("text", found.isClean() ? csv(found) : text);
        if (!found.isClean()) {
            page.addObject(
                    "shown", found.mistakes().stream().limit(MISTAKES_SHOWN).toList());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    /** What was understood, whatever the program that wrote it; the second form sends this. */
    private static String csv(AreaImport found) {
        return found.areas().stream()
                .map(AreasPage::line)
                .collect(Collectors.joining("\n", "code,name,level,parent_code\n", "\n"));
    }

    private static String line(Area area) {
        var name = '"' + area.name().replace("\"", "\"\"") + '"';
        return String.join(",", area.code(), name, area.level().word(), Objects.requireNonNullElse(area.parent(), ""));
    }

    @PostMapping("/import")
    ModelAndView bring(Actor actor, @RequestParam String text, RedirectAttributes redirect) {
        return Answers.either(
                areas.bring(actor, text.getBytes(StandardCharsets.UTF_8)),
                brought -> {
                    Notice.done("units.areas.done", brought.areas().size()).on(redirect);
                    return Pages.next("/admin/units");
                },
                refusal -> Answers.refused(refusal, "/admin/areas"));
    }
}
