package feiyan.dispatch.web;

import feiyan.menu.ProjectId;
import feiyan.units.UnitId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How the board is looked at: which unit's, drawn how, and which lines. It stands in the address, so that it can be
 * kept, sent to a colleague, and come back to after each form.
 *
 * @param day for the list: only that day; for the grid: which day is drawn
 * @param village the station of the order
 * @param only lines that still need somebody
 * @param name part of a volunteer's name or of an order's number
 */
record PlanQuery(
        @Nullable UnitId unit,
        @Nullable Drawing view,
        @Nullable LocalDate day,
        @Nullable ProjectId project,
        @Nullable UnitId village,
        @Nullable Boolean only,
        @Nullable String name) {

    enum Drawing {
        LIST,
        PEOPLE,
        ORDERS,
        MAP
    }

    public Drawing drawn() {
        return Objects.requireNonNullElse(view, Drawing.LIST);
    }

    public boolean onlyOpen() {
        return Boolean.TRUE.equals(only);
    }

    String words() {
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    }

    PlanQuery of(UnitId standing) {
        return new PlanQuery(standing, view, day, project, village, only, name);
    }

    public PlanQuery drawn(Drawing other) {
        return new PlanQuery(unit, other, day, project, village, only, name);
    }

    public PlanQuery on(@Nullable LocalDate other) {
        return new PlanQuery(unit, view, other, project, village, only, name);
    }

    /**
     * All lines of the same drawing, or of its one day: what an open board comes anew with, since it sorts them out
     * itself.
     */
    public PlanQuery whole(boolean dayByDay) {
        return new PlanQuery(unit, view, dayByDay ? day : null, null, null, null, null);
    }

    public String path() {
        return at("/dispatch/plan");
    }

    public String at(String path) {
        var uri = UriComponentsBuilder.fromPath(path);
        add(uri, "unit", unit == null ? null : unit.value());
        add(uri, "view", view);
        add(uri, "day", day);
        add(uri, "project", project == null ? null : project.value());
        add(uri, "village", village == null ? null : village.value());
        add(uri, "only", onlyOpen() ? true : null);
        add(uri, "name", name == null || name.isBlank() ? null : name.strip());
        return uri.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable Object value) {
        if (value != null) {
            uri.queryParam(name, "{" + name + "}");
            uri.uriVariables(Map.of(name, value));
        }
    }
}
