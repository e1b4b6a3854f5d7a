package feiyan.audit.web;

import feiyan.platform.FieldCipher;
import feiyan.platform.KeyMissing;
import feiyan.platform.SealBroken;
import feiyan.units.Actor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The reason that an auditor looks for, as a piece of an address: all else there is ids and codes, but a reason is a
 * line that somebody wrote, and what is typed of it may be a name. Sealed for the one auditor who typed it.
 */
@Component
class ReasonLinks {

    private static final String PLACE = "audit_search.reason";

    private final FieldCipher cipher;

    ReasonLinks(FieldCipher cipher) {
        this.cipher = cipher;
    }

    AuditForm sealed(Actor actor, AuditForm form) {
        var typed = form.typedReason();
        return form.because(typed == null ? null : seal(actor, typed));
    }

    private String seal(Actor actor, String typed) {
        var sealed = cipher.seal(actor.county(), PLACE, actor.person().value(), typed);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Without the reason where it is somebody else's, or was never one. */
    AuditForm opened(Actor actor, AuditForm form) {
        return form.because(form.reason() == null ? null : open(actor, form.reason()));
    }

    private @Nullable String open(Actor actor, String written) {
        try {
            var sealed = Base64.getUrlDecoder().decode(written.getBytes(StandardCharsets.ISO_8859_1));
            return cipher.open(actor.county(), PLACE, actor.person().value(), sealed);
        } catch (IllegalArgumentException | SealBroken | KeyMissing strange) {
            return null;
        }
    }
}
