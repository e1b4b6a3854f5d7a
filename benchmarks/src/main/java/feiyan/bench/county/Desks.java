package feiyan.bench.county;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.bench.county.BigCounty.Desk;
import feiyan.units.Actor;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.UnitId;
import java.util.Set;

/** Puts somebody at each unit's desk. */
final class Desks {

    private final House house;
    private final Actor administrator;
    private final Phones phones;
    private final Names names;

    Desks(House house, Actor administrator, Phones phones, Names names) {
        this.house = house;
        this.administrator = administrator;
        this.phones = phones;
        this.names = names;
    }

    /** A dispatcher's desk: who sits there may review and offer. */
    Desk at(UnitId unit) {
        return desk(unit, Role.DISPATCHER);
    }

    Desk auditor(UnitId center) {
        return desk(center, Role.AUDITOR);
    }

    private Desk desk(UnitId unit, Role role) {
        var phone = phones.next();
        return new Desk(unit, appointed(phone, new Post(unit, role)), phone);
    }

    private Actor appointed(Phone phone, Post post) {
        PersonId person = house.the(Persons.class)
                .register(administrator.county(), names.next(), phone)
                .orThrow();
        house.the(Staff.class).give(administrator, person, post).orThrow();
        return new Actor(administrator.county(), person, Set.of(post));
    }
}
