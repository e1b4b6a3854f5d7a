package feiyan.messages.web;

import feiyan.messages.DemoSms;
import feiyan.web.Loopback;
import feiyan.web.PublicPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** Where the demo's text messages can be read, sign-in codes too: by whoever sits at this machine, nobody else. */
@Controller
@ConditionalOnBooleanProperty("feiyan.demo")
class DemoOutboxPage implements PublicPaths {

    private static final int SHOWN = 50;

    private final DemoSms texts;

    DemoOutboxPage(DemoSms texts) {
        this.texts = texts;
    }

    @Override
    public List<String> patterns() {
        return List.of("/outbox");
    }

    @GetMapping("/outbox")
    String list(HttpServletRequest request, Model model) {
        if (!Loopback.is(request)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("texts", texts.latest(SHOWN));
        return "messages/outbox";
    }
}
