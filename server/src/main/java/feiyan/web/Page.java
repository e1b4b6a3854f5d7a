package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.web.util.UriComponentsBuilder;

/** What the layout asks for, as {@code page} in every template. One per request. */
final class Page {

    /** Mistakes swap as the form they are; a refusal or an error takes its place at the top of the page. */
    private static final String HTMX = """
            {"includeIndicatorStyles":false,"allowEval":false,"selfRequestsOnly":true,"historyCacheSize":0,\
            "attributesToSettle":["class"],\
            "responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},{"code":"422","swap":true},\
            {"code":"[45]..","swap":true,"error":true,"target":"#notice","select":"#what-happened","swapOverride":"innerHTML"}]}""";

    private final HttpServletRequest request;
    private final ObjectProvider<Viewers> viewers;
    private final List<Navigation> navigations;
    private final MessageSource words;
    private @Nullable Viewer viewer;
    private @Nullable List<NavEntry> nav;

    Page(
            HttpServletRequest request,
            ObjectProvider<Viewers> viewers,
            List<Navigation> navigations,
            MessageSource words) {
        this.request = request;
        this.words = words;
        this.viewers = viewers;
        this.navigations = navigations;
    }

    public ViewSettings view() {
        return ViewSettingsLocale.settings(request);
    }

    public String htmx() {
        return HTMX;
    }

    public Viewer viewer() {
        if (viewer == null) {
            var known = viewers.getIfAvailable();
            viewer = known == null ? Viewer.NOBODY : known.current();
        }
        return viewer;
    }

    /** Null where nobody is signed in by a session. */
    public @Nullable SessionEnds session() {
        return SessionEnds.of(request);
    }

    /** When the house is on fire, the page that says so asks nobody who looks at it: that may be what burns. */
    void withoutViewer() {
        viewer = Viewer.NOBODY;
        nav = null;
    }

    public List<NavEntry> nav() {
        if (nav == null) {
            nav = navigations.stream()
                    .flatMap(navigation -> navigation.entriesFor(viewer()).stream())
                    .sorted(Comparator.comparingInt(NavEntry::rank))
                    .toList();
        }
        return nav;
    }

    /** What was sent under this name with the form that this page answers; null where it answers none. */
    public @Nullable String typed(String field) {
        return request.getMethod().equals("POST") ? request.getParameter(field) : null;
    }

    /** All that was written into the form that this page does not take. */
    public List<String> written() {
        return WrittenWords.of(request);
    }

    /** The words of a refusal, a mistake or a notice in the reader's language. */
    public String say(String code, List<Object> args) {
        var missing = "??" + code + "??";
        return Objects.requireNonNullElse(words.getMessage(code, args.toArray(), missing, view().locale()), missing);
    }

    /** The entry with the longest path that leads here: {@code /orders} is not current on {@code /orders/new}. */
    public boolean isAt(NavEntry entry) {
        var current = nav().stream()
                .filter(this::leadsHere)
                .max(Comparator.comparingInt(known -> known.path().length()));
        return current.filter(entry::equals).isPresent();
    }

    private boolean leadsHere(NavEntry entry) {
        var path = request.getRequestURI();
        return path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    }

    /** The page to come back to. A page that answers a form cannot be asked for again, so that is the start page. */
    public String here() {
        if (!request.getMethod().equals("GET")) {
            return "/";
        }
        var here = UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString());
        return here.replaceQueryParam("lang").build().toUriString();
    }
}
