package feiyan.loop;

import static feiyan.loop.Machines.API;
import static feiyan.loop.Machines.made;
import static feiyan.loop.Machines.orders;
import static feiyan.loop.Machines.read;
import static feiyan.loop.Machines.refused;
import static feiyan.loop.Machines.seats;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.attendance.DoorCode;
import feiyan.attendance.OfflineProof;
import feiyan.attendance.OfflineProofs;
import feiyan.cast.ApiClient;
import feiyan.cast.AsActor;
import feiyan.cast.AtOnce;
import feiyan.dispatch.SeatId;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.OutboxWorker;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who was there without a network hands in what the telephone wrote down: it is read, and moves nothing. */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.api.requests-per-minute=100000"})
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfflineProofsTest {

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvcTester web;

    @Autowired
    AppClock clock;

    private Machines m;

    @BeforeAll
    void aVillage() {
        m = new Machines(house, web);
    }

    @Test
    void aProofAttachesToItsSeatAndMovesNothing() {
        var zhao = m.village.volunteer("Zhao Min");
        var order = m.accepted(zhao, 1);
        var seat = m.seatOf(zhao);
        var code = code(order);
        var proof = UUID.randomUUID();
        clock.at(m.after(50), () -> {
            made(m.client(zhao).post(seats(seat, "proofs"), proof(proof, code)));
            made(m.client(zhao).post(seats(seat, "proofs"), proof(proof, code)));
            var kept = read(m.desk.get(API + "/seats/" + seat + "/roll"));
            assertThat(kept.path("presence").path("state").asString()).isEqualTo("TAKEN");
            assertThat(kept.path("proofs")).hasSize(1);
            assertThat(kept.path("proofs").get(0).path("in").asString())
                    .isEqualTo(m.after(5).toString());
            assertThat(read(m.desk.get(orders(order, "roll"))).path("state").asString())
                    .isEqualTo("ACCEPTED");
            assertThat(web.get().uri("/seats/" + seat + "/roll").with(AsActor.of(m.village.clerk)))
                    .bodyText()
                    .contains("没有网络时到过场", "扫了签到二维码");
        });
        assertThat(told(m.after(51), m.desk)).doesNotContain("PROOF_AFTER_ALL");
    }

    @Test
    void theUnitIsToldWhereTheSeatWasGivenAway() {
        var qian = m.village.volunteer("Qian Yu");
        var order = m.accepted(qian, 1);
        var seat = m.seatOf(qian);
        var code = code(order);
        clock.at(m.after(30), () -> read(m.desk.post(seats(seat, "absence"), null)));
        clock.at(m.after(90), () -> made(m.client(qian).post(seats(seat, "proofs"), proof(UUID.randomUUID(), code))));
        assertThat(told(m.after(91), m.desk)).contains("PROOF_AFTER_ALL").doesNotContain("Qian Yu");
        assertThat(read(m.desk.get(orders(order, "roll"))).path("state").asString())
                .isEqualTo("APPROVED");
    }

    @Test
    void aWrongCodeOrAnImpossibleMomentProvesNothing() {
        var wu = m.village.volunteer("Wu Fang");
        var order = m.accepted(wu, 1);
        var path = seats(m.seatOf(wu), "proofs");
        var code = code(order);
        var wrong = code.equals("000000") ? "000001" : "000000";
        refused(m.client(wu).post(path, proof(UUID.randomUUID(), code)), 409, "attendance.not_between");
        clock.at(m.after(60), () -> {
            var stranger = m.client(m.village.volunteer("Zheng Hao"));
            refused(stranger.post(path, proof(UUID.randomUUID(), code)), 403, "seat.not_yours");
            for (int i = 0; i < 5; i++) {
                refused(m.client(wu).post(path, proof(UUID.randomUUID(), wrong)), 409, "attendance.wrong_code");
            }
            refused(m.client(wu).post(path, proof(UUID.randomUUID(), code)), 409, "attendance.wait");
        });
        clock.at(m.after(60 * 24), () -> {
            var late = "{\"id\":\"%s\",\"in\":\"%s\",\"out\":\"%s\",\"code\":\"%s\"}"
                    .formatted(UUID.randomUUID(), m.after(5), m.after(60 * 20), code);
            refused(m.client(wu).post(path, late), 409, "attendance.too_long");
        });
    }

    @Test
    void ofTheSameProofAtOnceOneIsKept() {
        var feng = m.village.volunteer("Feng Li");
        var order = m.accepted(feng, 1);
        var seat = new SeatId(UUID.fromString(m.seatOf(feng)));
        var proof = new OfflineProof(UUID.randomUUID(), m.after(5), m.after(45), new DoorCode(code(order), true));
        Supplier<Outcome<SeatId>> attempt = () -> handIn(feng, seat, proof);
        assertThat(AtOnce.done(AtOnce.all(Collections.nCopies(4, attempt)))).hasSize(4);
        var proofs = house.getBean(OfflineProofs.class);
        assertThat(proofs.of(feng, seat)).hasSize(1);
        assertThat(proofs.of(m.village.requester, seat)).isEmpty();
    }

    private Outcome<SeatId> handIn(Actor volunteer, SeatId seat, OfflineProof proof) {
        return clock.at(m.after(50), () -> house.getBean(OfflineProofs.class).handIn(volunteer, seat, proof));
    }

    private String code(OrderId order) {
        return read(m.household.get(orders(order, "check-in-code")))
                .path("code")
                .asString();
    }

    private String proof(UUID id, String code) {
        return "{\"id\":\"%s\",\"in\":\"%s\",\"out\":\"%s\",\"code\":\"%s\",\"scanned\":true}"
                .formatted(id, m.after(5), m.after(45), code);
    }

    private String told(Instant at, ApiClient reader) {
        return clock.at(at, () -> {
            house.getBean(OutboxWorker.class).work();
            return ApiClient.body(reader.get(API + "/messages?limit=50"));
        });
    }
}
