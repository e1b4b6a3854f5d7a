package feiyan.privacy.web;

import feiyan.accounts.Proof;
import feiyan.privacy.DataCopies;
import feiyan.units.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Everything at once leaves the house: only for somebody who has just proven who they are. */
@Controller
class CopyPage {

    private final DataCopies copies;
    private final Proof proof;

    CopyPage(DataCopies copies, Proof proof) {
        this.copies = copies;
        this.proof = proof;
    }

    /** Goes out while it is read: however much it is, little of it is in memory. */
    @GetMapping("/my-data/copy.json")
    void json(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isFresh(request, response, "/my-data/copy.json")) {
            as("application/json", "my-data.json", response);
            copies.writeJson(actor, response.getOutputStream());
        }
    }

    @GetMapping("/my-data/copy.pdf")
    void pdf(Actor actor, Locale language, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isFresh(request, response, "/my-data/copy.pdf")) {
            as("application/pdf", "my-data.pdf", response);
            copies.writePdf(actor, language, response.getOutputStream());
        }
    }

    private boolean isFresh(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        boolean fresh = proof.isFresh(request);
        if (!fresh) {
            response.sendRedirect("/my-data/proof?next=" + path);
        }
        return fresh;
    }

    private static void as(String type, String name, HttpServletResponse response) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
