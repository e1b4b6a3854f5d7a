package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gives each request its one {@link Page}: a plain object, since a template asks it for a hundred things. */
@Component
class CurrentPage {

    private static final String KNOWN = CurrentPage.class.getName();

    private final HttpServletRequest request;
    private final ObjectProvider<Viewers> viewers;
    private final List<Navigation> navigations;
    private final MessageSource words;

    CurrentPage(
            HttpServletRequest request,
            ObjectProvider<Viewers> viewers,
            List<Navigation> navigations,
            MessageSource words) {
        this.request = request;
        this.viewers = viewers;
        this.navigations = navigations;
        this.words = words;
    }

    Page get() {
        if (request.getAttribute(KNOWN) instanceof Page known) {
            return known;
        }
        var page = new Page(request, viewers, navigations, words);
        request.setAttribute(KNOWN, page);
        return page;
    }
}
