package feiyan.web;

import java.io.Serializable;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was done, told once on the page that follows: {@code Notice.done("orders.placed").on(redirect)}. */
public record Notice(String code, List<Object> args) implements Serializable {

    public Notice {
        args = List.copyOf(args);
    }

    public static Notice done(String code, Object... args) {
        return new Notice(code, List.of(args));
    }

    /** Crosses the redirect as {@link NoticeCookies} has it. */
    public void on(RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", this);
    }
}
