package feiyan.menu;

import static java.time.ZoneOffset.UTC;

import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a county's people can order. The center's administrators keep it. */
@Component
public class Menu {

    static final String COLUMNS = """
            p.id, p.code, p.category_code, p.name, p.skill, p.duration_minutes, p.headcount, p.mode = 'remote' as remote,
            p.qualification, p.hazardous, p.confidential, p.withdrawn_at is not null as withdrawn""";

    private final JdbcClient db;
    private final MenuRows rows;
    private final Transactions transactions;
    private final InstantSource clock;

    Menu(JdbcClient db, MenuRows rows, Transactions transactions, InstantSource clock) {
        this.db = db;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The whole menu from a table. A second import changes what is there by its code; nothing is taken away. */
    public Outcome<Integer> importCsv(Actor actor, String csv) {
        return MenuCsv.read(csv)
                .then(menu -> transactions.write(() -> {
                    if (!keeps(actor)) {
                        return Outcome.refused("menu.not_yours");
                    }
                    rows.writeCategories(actor.county(), menu.categories());
                    menu.projects().forEach(draft -> rows.write(actor.county(), draft));
                    return Outcome.done(menu.projects().size());
                }));
    }

    public Outcome<ProjectId> add(Actor actor, ProjectDraft draft) {
        return transactions.write(() -> {
            if (!keeps(actor)) {
                return Outcome.refused("menu.not_yours");
            }
            if (!rows.hasCategory(actor.county(), draft.category())) {
                return Outcome.refused("menu.no_such_category", draft.category());
            }
            return Outcome.done(rows.write(actor.county(), draft));
        });
    }

    /** As {@link #add}, but never over another project that has the code already. */
    public Outcome<ProjectId> addNew(Actor actor, ProjectDraft draft) {
        return transactions.write(() -> rows.claim(actor.county(), draft.code())
                ? add(actor, draft)
                : Outcome.refused("menu.code_taken", draft.code()));
    }

    /** The code is the project's name for good; everything else may change. */
    public Outcome<ProjectId> change(Actor actor, ProjectId id, ProjectDraft draft) {
        return transactions.write(() -> find(actor.county(), id)
                .filter(project -> project.code().equals(draft.code()))
                .map(project -> add(actor, draft))
                .orElseGet(() -> Outcome.refused("menu.no_such_project")));
    }

    /** Takes it off the menu; orders placed before go on. */
    public Outcome<ProjectId> withdraw(Actor actor, ProjectId id) {
        return transactions.write(() -> {
            if (!keeps(actor)) {
                return Outcome.refused("menu.not_yours");
            }
            int withdrawn = db.sql("""
                            update project set withdrawn_at = :now
                            where county_id = :county and id = :id and withdrawn_at is null
                            """)
                    .param("now", clock.instant().atOffset(UTC))
                    .param("county", actor.county().value())
                    .param("id", id.value())
                    .update();
            return withdrawn == 1 ? Outcome.done(id) : Outcome.refused("menu.no_such_project");
        });
    }

    /** The menu as it is ordered from, in one query. */
    public List<Category> categories(CountyId county) {
        return grouped(county, false);
    }

    /** With what was withdrawn, for those who keep it. */
    public List<Category> archive(CountyId county) {
        return grouped(county, true);
    }

    private List<Category> grouped(CountyId county, boolean withdrawnToo) {
        var names = new LinkedHashMap<String, String>();
        var projects = new LinkedHashMap<String, List<Project>>();
        db.sql("""
                select c.name as category_name, %s
                from category c join project p on p.county_id = :county and p.category_code = c.code
                where c.county_id = :county and (:all or p.withdrawn_at is null)
                order by c.position, p.code
                """.formatted(COLUMNS))
                .param("county", county.value())
                .param("all", withdrawnToo)
                .query(row -> {
                    var project = project(row);
                    names.put(project.category(), row.getString("category_name"));
                    projects.computeIfAbsent(project.category(), none -> new ArrayList<>())
                            .add(project);
                });
        return names.entrySet().stream()
                .map(name ->
                        new Category(name.getKey(), name.getValue(), projects.getOrDefault(name.getKey(), List.of())))
                .toList();
    }

    public Optional<Project> find(CountyId county, ProjectId id) {
        return db.sql("select %s from project p where p.county_id = :county and p.id = :id".formatted(COLUMNS))
                .param("county", county.value())
                .param("id", id.value())
                .query((row, number) -> project(row))
                .optional();
    }

    /** The names of projects, withdrawn ones too: an order outlives its place on the menu. */
    public Map<ProjectId, String> names(CountyId county, Collection<ProjectId> projects) {
        var names = new HashMap<ProjectId, String>();
        db.sql("select id, name from project where county_id = :county and id = any(:ids)")
                .param("county", county.value())
                .param("ids", projects.stream().map(ProjectId::value).toArray(UUID[]::new))
                .query(row -> {
                    names.put(new ProjectId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return names;
    }

    /** Whether the actor keeps the menu: an administrator of the unit that has none above it, the center. */
    public boolean keeps(Actor actor) {
        return db.sql("""
                        select exists (
                          select from unit_within w
                          where w.county_id = :county and w.unit_id = any(:units)
                          group by w.unit_id having count(*) = 1)
                        """)
                .param("county", actor.county().value())
                .param("units", actor.unitsAs(Role.ADMINISTRATOR))
                .query(Boolean.class)
                .single();
    }

    static Project project(ResultSet row) throws SQLException {
        return new Project(
                new ProjectId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("category_code"),
                row.getString("name"),
                row.getString("skill"),
                row.getInt("duration_minutes"),
                row.getInt("headcount"),
                row.getBoolean("remote"),
                row.getString("qualification"),
                row.getBoolean("hazardous"),
                row.getBoolean("confidential"),
                row.getBoolean("withdrawn"));
    }
}
