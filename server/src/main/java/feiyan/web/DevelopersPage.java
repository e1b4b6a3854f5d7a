package feiyan.web;

import feiyan.web.api.ApiReference;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * What machines can do, to be read by people: our own page, made from the published description, since the usual
 * viewers need scripts that our content policy does not let run.
 */
@Controller
class DevelopersPage {

    private final OpenApiWebMvcResource description;
    private final JsonMapper json;

    DevelopersPage(OpenApiWebMvcResource description, JsonMapper json) {
        this.description = description;
        this.json = json;
    }

    /** In English as the description itself; only what stands around it is in the reader's language. */
    @GetMapping("/developers")
    ModelAndView read(HttpServletRequest request) throws Exception {
        var published = description.openapiJson(request, "/v3/api-docs", Locale.ENGLISH);
        return new ModelAndView("web/developers").addObject("reference", ApiReference.of(json.readTree(published)));
    }
}
