package feiyan.audit.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import feiyan.audit.AuditTrail;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** The rows of a search as a file. By a form, since taking them away is itself written down. */
@Controller
class AuditExportPage {

    private final AuditTrail trail;
    private final AuditWords words;

    AuditExportPage(AuditTrail trail, AuditWords words) {
        this.trail = trail;
        this.words = words;
    }

    @PostMapping("/audit/exports")
    ResponseEntity<byte[]> export(Actor actor, AuditForm form) {
        var lines = Answers.shown(trail.export(actor, words.coded(form).criteria(new Mistakes())));
        return file("audit.csv", AuditCsv.of(lines, words));
    }

    static ResponseEntity<byte[]> file(String name, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(text.getBytes(UTF_8));
    }
}
