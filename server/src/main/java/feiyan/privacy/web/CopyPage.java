package feiyan.privacy.web;

import feiyan.accounts.Proof;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Refused;
import feiyan.privacy.DataCopies;
import feiyan.privacy.DataCopy;
import feiyan.units.Actor;
import feiyan.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Everything at once leaves the house: only for somebody who has just proven who they are. */
@Controller
class CopyPage {

    private final DataCopies copies;
    private final Proof proof;

    CopyPage(DataCopies copies, Proof proof) {
        this.copies = copies;
        this.proof = proof;
    }

    @GetMapping("/my-data/copy.json")
    @Nullable
    ModelAndView json(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        return proof.isFresh(request)
                ? sent(copies.json(actor), "application/json", "my-data.json", response)
                : toProve("/my-data/copy.json");
    }

    @GetMapping("/my-data/copy.pdf")
    @Nullable
    ModelAndView pdf(Actor actor, Locale language, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return proof.isFresh(request)
                ? sent(copies.pdf(actor, language), "application/pdf", "my-data.pdf", response)
                : toProve("/my-data/copy.pdf");
    }

    private static ModelAndView toProve(String path) {
        return Pages.next("/my-data/proof?next=" + path);
    }

    /** Null where it went out. */
    private static @Nullable ModelAndView sent(
            Outcome<DataCopy> made, String type, String name, HttpServletResponse response) throws IOException {
        if (made instanceof Refused<DataCopy>(var refusal)) {
            return Pages.refused(refusal, "/my-data");
        }
        try (var copy = made.orThrow()) {
            response.setContentType(type);
            response.setContentLengthLong(copy.size());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            copy.sendTo(response.getOutputStream());
        }
        return null;
    }
}
