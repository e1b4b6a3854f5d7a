package feiyan.bench.growth;

import feiyan.accounts.Accounts;
import feiyan.accounts.Phone;
import feiyan.bench.county.BigCounty.Desk;
import feiyan.bench.county.House;
import feiyan.bench.county.Settlement;
import feiyan.bench.loop.Browser;
import feiyan.bench.loop.SignIns;
import feiyan.bench.loop.Wire;
import feiyan.platform.AppClock;
import feiyan.units.Actor;
import java.net.URI;
import java.util.List;

/** Somebody of the county at the pages, at the house's own hour. */
final class Visitor implements AutoCloseable {

    private final AppClock clock;
    private final Wire wire;
    private final Browser browser;

    private Visitor(AppClock clock, Wire wire, Browser browser) {
        this.clock = clock;
        this.wire = wire;
        this.browser = browser;
    }

    static Visitor at(House house, Desk desk) {
        var accounts = house.the(Accounts.class);
        accounts.openFor(desk.actor().county(), List.of(desk.actor().person()))
                .values()
                .forEach(account ->
                        accounts.setPassword(account, Settlement.PASSWORD).orThrow());
        var clock = house.the(AppClock.class);
        var wire = new Wire(URI.create(house.address()));
        var signIns = new SignIns(house, wire);
        return new Visitor(clock, wire, signIns.atTheDesk(desk.phone(), Settlement.PASSWORD, clock.instant()));
    }

    static Visitor by(House house, Actor who, Phone phone) {
        var clock = house.the(AppClock.class);
        var wire = new Wire(URI.create(house.address()));
        return new Visitor(clock, wire, new SignIns(house, wire).byPhone(who, phone, clock.instant()));
    }

    void get(String path) {
        browser.get(clock.instant(), path);
    }

    void ask(String path, String... fields) {
        browser.ask(clock.instant(), path, fields);
    }

    @Override
    public void close() {
        wire.close();
    }
}
