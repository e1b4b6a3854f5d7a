package feiyan.menu;

import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Whole menus at once: a table of one's own, or the projects with which most counties begin. */
@Component
public class MenuTables {

    private final Menu menu;

    MenuTables(Menu menu) {
        this.menu = menu;
    }

    /** Everything that has to be put right before it can be imported. */
    public List<MenuMistake> mistakes(String csv) {
        return List.copyOf(MenuCsv.look(csv).mistakes());
    }

    public Outcome<Integer> bring(Actor actor, String csv) {
        return menu.importCsv(actor, csv);
    }

    public Outcome<Integer> bringCommon(Actor actor) {
        return bring(actor, common());
    }

    /** The 72 common projects, as the table they are kept in. */
    public static String common() {
        try (var table = MenuTables.class.getResourceAsStream("/menu/common-projects.csv")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
