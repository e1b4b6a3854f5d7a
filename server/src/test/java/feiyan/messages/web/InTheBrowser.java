package feiyan.messages.web;

import com.microsoft.playwright.Page;
import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.cast.Village;
import feiyan.units.Actor;
import java.util.List;
import java.util.Objects;

/** Signs somebody of the village in and opens their messages. */
final class InTheBrowser {

    private static final String PASSWORD = "swallow over wheat";

    private InTheBrowser() {}

    static Page signedIn(Page page, Village village, Actor somebody) {
        var opened = village.the(Accounts.class).openFor(village.county, List.of(somebody.person()));
        var account = Objects.requireNonNull(opened.get(somebody.person()));
        village.the(Accounts.class).setPassword(account, PASSWORD).orThrow();
        var phone = village.the(Persons.class).phone(village.county, somebody.person(), somebody.person(), null);
        page.navigate("/staff/sign-in?next=/messages");
        page.fill("#phone", phone.orElseThrow().digits());
        page.fill("#password", PASSWORD);
        page.locator("main form.stack button").first().click();
        page.navigate("/messages");
        return page;
    }
}
