package feiyan.volunteers;

import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.menu.Menu;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
class VolunteersTest {

    @Autowired
    Volunteers volunteers;

    @Autowired
    Profiles profiles;

    @Autowired
    Qualifications qualifications;

    @Autowired
    Teams teams;

    @Autowired
    Menu menu;

    @Autowired
    JdbcClient db;

    CountyId county;
    UnitId center;
    UnitId station;
    Actor clerk;

    @BeforeEach
    void world() {
        county = Ids.nextCounty();
        center = unit("CENTER", null);
        station = unit("STATION", center);
        clerk = new Actor(county, person("clerk"), Set.of(new Post(center, Role.ADMINISTRATOR)));
    }

    UnitId unit(String tier, @Nullable UnitId parent) {
        var id = Ids.next();
        db.sql("insert into unit(county_id,id,tier,name,parent_id,opened_at) values (:c,:i,:t,:t,:p,now())")
                .param("c", county.value())
                .param("i", id)
                .param("t", tier)
                .param("p", parent == null ? null : parent.value())
                .update();
        db.sql("insert into unit_within(county_id,unit_id,ancestor_id,distance) values (?,?,?,0)")
                .params(county.value(), id, id)
                .update();
        if (parent != null) {
            db.sql("insert into unit_within(county_id,unit_id,ancestor_id,distance) values (?,?,?,1)")
                    .params(county.value(), id, parent.value())
                    .update();
        }
        return new UnitId(id);
    }

    PersonId person(String name) {
        var id = Ids.next();
        db.sql("insert into person(county_id,id,name,created_at) values (?,?,?,now())")
                .params(county.value(), id, name)
                .update();
        return new PersonId(id);
    }

    Enrolment enrolment(PersonId p) {
        return new Enrolment(
                p,
                station,
                new CoarsePosition(34.6, 118.3),
                5000,
                600,
                WeekHours.NONE.with(SATURDAY, 9, 12),
                Gender.FEMALE,
                true,
                LocalDate.of(1990, 1, 1),
                false,
                null,
                Set.of("理发", "陪诊"));
    }

    @Test
    void all() throws Exception {
        var p = person("Wang");
        assertThat(volunteers.enrol(clerk, enrolment(p)).orThrow()).isEqualTo(p);
        var v = volunteers.find(county, p).orElseThrow();
        assertThat(v.skills()).containsExactlyInAnyOrder("理发", "陪诊");
        assertThat(v.freeHours().count()).isEqualTo(3);
        var self = Actor.withoutPosts(county, p);
        profiles.skills(self, p, Set.of("宣讲", "陪诊")).orThrow();
        profiles.availability(self, p, WeekHours.NONE, 60).orThrow();
        profiles.home(self, p, new CoarsePosition(34.7, 118.4), 900).orThrow();
        v = volunteers.find(county, p).orElseThrow();
        assertThat(v.skills()).containsExactlyInAnyOrder("宣讲", "陪诊");
        assertThat(v.radiusMetres()).isEqualTo(900);
        var other = Actor.withoutPosts(county, person("x"));
        assertThat(profiles.skills(other, p, Set.of())).isEqualTo(Outcome.refused("volunteer.not_yours"));
        var q = qualifications.claim(self, p, "电工证", null).orThrow();
        assertThat(qualifications.check(self, q)).isInstanceOf(Outcome.Refused.class);
        qualifications.check(clerk, q).orThrow();
        assertThat(qualifications.of(county, p).getFirst().counts(LocalDate.of(2026, 3, 7)))
                .isTrue();
        var list = new ArrayList<Enrolment>();
        for (int i = 0; i < 2000; i++) list.add(enrolment(person("p" + i)));
        long t = System.nanoTime();
        volunteers.enrolAll(clerk, list).orThrow();
        System.out.println("enrolAll ms " + (System.nanoTime() - t) / 1000000);
        assertThat(volunteers.within(clerk, null)).hasSize(51);
        assertThat(volunteers.within(other, null)).isEmpty();
        assertThat(volunteers.cards(county, List.of(p))).containsKey(p);
        var team = teams.found(
                        clerk,
                        new TeamFounding(
                                station,
                                "t",
                                TeamKind.MASS,
                                null,
                                p,
                                null,
                                Set.of(list.get(0).person())))
                .orThrow();
        assertThat(teams.members(county, team)).hasSize(2);
        assertThat(teams.leave(self, team, p)).isInstanceOf(Outcome.Refused.class);
        teams.lead(self, team, list.get(1).person()).orThrow();
        teams.leave(self, team, p).orThrow();
        assertThat(teams.find(county, team).orElseThrow().size()).isEqualTo(2);
        assertThat(teams.of(county, list.get(0).person())).hasSize(1);
        assertThat(teams.ledBy(county, list.get(1).person())).hasSize(1);
        assertThat(teams.within(clerk, null)).hasSize(1);
        assertThat(teams.teamsOf(county, center, team)).isEmpty();
        var csv = new ClassPathResource("demo/service-projects.csv")
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(menu.importCsv(clerk, csv).orThrow()).isEqualTo(72);
        assertThat(menu.importCsv(clerk, csv).orThrow()).isEqualTo(72);
        assertThat(menu.categories(county)).hasSize(6);
        var first = menu.categories(county).getFirst().projects().getFirst();
        menu.withdraw(clerk, first.id()).orThrow();
        assertThat(menu.categories(county).getFirst().projects()).hasSize(11);
        assertThat(menu.importCsv(self, csv)).isInstanceOf(Outcome.Refused.class);
    }
}
