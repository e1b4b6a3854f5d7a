package feiyan.messages.web;

import feiyan.messages.Notice;
import feiyan.messages.NoticeId;
import feiyan.messages.Notices;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.units.Actor;
import feiyan.web.Pages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What somebody was told. Opening a notice is a form, since it marks the notice as read; looking at the list is not.
 */
@Controller
@RequestMapping("/messages")
class MessagesPage {

    private static final String PATH = "/messages";

    private final Notices notices;
    private final NoticeWords words;

    MessagesPage(Notices notices, NoticeWords words) {
        this.notices = notices;
        this.words = words;
    }

    /** A notice as the list shows it. */
    record Line(NoticeId id, String sentence, String at, boolean unread) {}

    @GetMapping
    String list(Actor actor, @RequestParam Optional<NoticeId> before, Locale language, Model model) {
        var latest = notices.latest(actor, before.orElse(null));
        model.addAttribute(
                "lines", latest.stream().map(notice -> line(notice, language)).toList());
        model.addAttribute("more", more(latest));
        model.addAttribute("unread", notices.unread(actor.county(), actor.person()) > 0);
        return "messages/list";
    }

    private Line line(Notice notice, Locale language) {
        return new Line(notice.id(), words.say(notice, language), words.time(notice.at(), language), notice.unread());
    }

    private static String more(List<Notice> latest) {
        return latest.size() < Notices.PAGE
                ? ""
                : PATH + "?before=" + latest.getLast().id().value();
    }

    @PostMapping("/{id}/reading")
    ModelAndView read(Actor actor, @PathVariable NoticeId id) {
        return switch (notices.read(actor, id)) {
            case Done<Notice>(var notice) -> Pages.next(notice.path());
            case Refused<Notice>(var refusal) -> Pages.refused(refusal, PATH);
        };
    }

    @PostMapping("/reading")
    ModelAndView readAll(Actor actor, @RequestParam NoticeId upTo) {
        return switch (notices.readAll(actor, upTo)) {
            case Done<Integer> _ -> Pages.next(PATH);
            case Refused<Integer>(var refusal) -> Pages.refused(refusal, PATH);
        };
    }
}
