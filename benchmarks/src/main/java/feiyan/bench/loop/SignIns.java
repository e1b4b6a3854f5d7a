package feiyan.bench.loop;

import feiyan.accounts.Accounts;
import feiyan.accounts.Phone;
import feiyan.bench.county.House;
import feiyan.units.Actor;
import java.time.Instant;
import java.util.List;

/** How people come in at the pages: a desk by its password, all others by a code on the telephone. */
public final class SignIns {

    private final House house;
    private final Wire wire;

    public SignIns(House house, Wire wire) {
        this.house = house;
        this.wire = wire;
    }

    public Browser atTheDesk(Phone phone, String password, Instant at) {
        var browser = new Browser(wire);
        browser.get(at, "/staff/sign-in");
        browser.post(at, "/staff/sign-in", "phone", phone.digits(), "password", password);
        return within(browser, at);
    }

    public Browser byPhone(Actor who, Phone phone, Instant at) {
        house.the(Accounts.class).openFor(who.county(), List.of(who.person()));
        var browser = new Browser(wire);
        browser.get(at, "/sign-in");
        browser.post(at, "/sign-in", "phone", phone.digits());
        browser.post(
                at,
                "/sign-in/code",
                "code",
                house.the(BenchBeans.Telephone.class).code(phone));
        return within(browser, at);
    }

    private static Browser within(Browser browser, Instant at) {
        browser.forgetKey();
        browser.get(at, "/sessions");
        if (browser.address().contains("sign-in")) {
            throw new IllegalStateException("could not sign in");
        }
        return browser;
    }
}
