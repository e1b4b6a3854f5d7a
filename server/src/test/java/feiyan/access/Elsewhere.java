package feiyan.access;

import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.units.Actor;
import feiyan.units.Founding;
import feiyan.units.Foundings;
import feiyan.units.Foundings.Founded;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/**
 * Another county: the demo's, whose doorstep lets everybody enter, and its cast by their telephone numbers. Its staff
 * stand at the top: if anybody reaches across, it is they.
 */
final class Elsewhere {

    private static final String PHONES_OF_THE_CAST = "1990000000";

    private final Persons persons;
    private final Staff staff;
    private final Founded demo;

    private Elsewhere(ApplicationContext house) {
        persons = house.getBean(Persons.class);
        staff = house.getBean(Staff.class);
        var founding = new Founding("Changle", null, "Zheng Hao", phone(8), "swallow over wheat");
        demo = house.getBean(Foundings.class).foundDemo(founding).orThrow();
    }

    /** It must be the first county of the house. */
    static Map<String, Actor> in(ApplicationContext house) {
        var elsewhere = new Elsewhere(house);
        var people = new LinkedHashMap<String, Actor>();
        people.put("other.r", elsewhere.resident(1));
        people.put("other.c", elsewhere.atTheTop(2, Role.CLERK));
        people.put("other.d", elsewhere.atTheTop(7, Role.DISPATCHER));
        people.put("other.a", elsewhere.demo.actor());
        people.put("other.u", elsewhere.atTheTop(9, Role.AUDITOR));
        return people;
    }

    private static Phone phone(int number) {
        return new Phone(PHONES_OF_THE_CAST + number);
    }

    private Actor resident(int number) {
        var person = persons.register(demo.county(), "Sun Mei", phone(number));
        return Actor.withoutPosts(demo.county(), person.orThrow());
    }

    private Actor atTheTop(int number, Role role) {
        var post = new Post(demo.center(), role);
        var somebody = resident(number);
        staff.give(demo.actor(), somebody.person(), post).orThrow();
        return new Actor(demo.county(), somebody.person(), Set.of(post));
    }
}
