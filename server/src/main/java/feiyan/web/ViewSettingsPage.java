package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Each button of the display settings sends one choice; the others stay. Back to where it was pressed. */
@Controller
class ViewSettingsPage {

    private final ApplicationEventPublisher events;

    ViewSettingsPage(ApplicationEventPublisher events) {
        this.events = events;
    }

    @PostMapping("/view-settings")
    ResponseEntity<Void> change(
            @RequestParam @Nullable String language,
            @RequestParam @Nullable String theme,
            @RequestParam @Nullable Boolean elder,
            @RequestParam @Nullable String back,
            HttpServletRequest request) {
        var settings = ViewSettings.of(request);
        settings = language == null ? settings : settings.withLanguage(language);
        settings = theme == null ? settings : settings.withTheme(theme);
        settings = elder == null ? settings : settings.withElder(elder);
        if (elder != null) {
            events.publishEvent(new ElderViewChosen(elder));
        }
        return ResponseEntity.status(303)
                .header(HttpHeaders.LOCATION, LocalPath.of(back))
                .header(
                        HttpHeaders.SET_COOKIE,
                        settings.cookie(request.isSecure()).toString())
                .build();
    }
}
