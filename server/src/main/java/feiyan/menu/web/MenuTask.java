package feiyan.menu.web;

import feiyan.menu.Menu;
import feiyan.platform.CountyId;
import feiyan.units.SetUpTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing can be ordered, and nobody can say what they are good at, before there is a menu. */
@Component
@Order(10)
class MenuTask implements SetUpTask {

    private final Menu menu;

    MenuTask(Menu menu) {
        this.menu = menu;
    }

    @Override
    public String key() {
        return "menu.task";
    }

    @Override
    public String path() {
        return MenuPage.PATH;
    }

    @Override
    public boolean isDone(CountyId county) {
        return !menu.categories(county).isEmpty();
    }
}
