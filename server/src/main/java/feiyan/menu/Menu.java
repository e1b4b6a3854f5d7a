package feiyan.menu;

import static java.time.ZoneOffset.UTC;

import feiyan.platform.CountyCache;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a county's people can order. The center's administrators keep it. */
@Component
public class Menu {

    private final JdbcClient db;
    private final MenuRows rows;
    private final Transactions transactions;
    private final InstantSource clock;
    private final CountyCache<MenuBook> menus;

    Menu(JdbcClient db, MenuRows rows, Transactions transactions, InstantSource clock) {
        this.db = db;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
        this.menus = new CountyCache<>(rows::book);
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
                    menus.changed(actor.county());
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
            var written = rows.write(actor.county(), draft);
            menus.changed(actor.county());
            return Outcome.done(written);
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
            menus.changed(actor.county());
            return withdrawn == 1 ? Outcome.done(id) : Outcome.refused("menu.no_such_project");
        });
    }

    /** The menu as it is ordered from; by another instance it may have been changed a second ago. */
    public List<Category> categories(CountyId county) {
        return menus.of(county).open();
    }

    /** With what was withdrawn, for those who keep it. */
    public List<Category> archive(CountyId county) {
        return menus.of(county).archive();
    }

    public Optional<Project> find(CountyId county, ProjectId id) {
        return menus.of(county).find(id);
    }

    /** The names of projects, withdrawn ones too: an order outlives its place on the menu. */
    public Map<ProjectId, String> names(CountyId county, Collection<ProjectId> projects) {
        var menu = menus.of(county);
        var names = new HashMap<ProjectId, String>();
        for (var id : projects) {
            menu.find(id).ifPresent(project -> names.put(id, project.name()));
        }
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
}
