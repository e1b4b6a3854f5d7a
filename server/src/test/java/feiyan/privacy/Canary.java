package feiyan.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.ApiTokens;
import feiyan.accounts.Consent.How;
import feiyan.accounts.Consents;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Purpose;
import feiyan.accounts.SignedIn;
import feiyan.attendance.Attendance;
import feiyan.attendance.DoorCode;
import feiyan.attendance.OfflineProof;
import feiyan.attendance.OfflineProofs;
import feiyan.attendance.Summaries;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.MyService;
import feiyan.dispatch.Offers;
import feiyan.orders.Channel;
import feiyan.orders.Complaints;
import feiyan.orders.DraftMedia;
import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.Followers;
import feiyan.orders.NewOrder;
import feiyan.orders.OrderId;
import feiyan.orders.OrderSearchCriteria;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.orders.Review;
import feiyan.orders.SavedFilters;
import feiyan.orders.Slot;
import feiyan.platform.AppClock;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Replays;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.Role;
import feiyan.volunteers.Qualifications;
import feiyan.volunteers.Volunteers;
import feiyan.web.Viewer.Standing;
import feiyan.web.api.ApiScope;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody who did everything that leaves a trace: asked, served, complained, was asked for, looked and was looked at.
 */
final class Canary {

    static final String WORD = "canary";
    static final Phone PHONE = new Phone("13755550001");
    static final Phone NEW_PHONE_OF_CHILD = new Phone("13755550002");

    private final Village village;
    private final Actor above;
    private final Actor child;
    private final Actor helper;
    private @Nullable Actor self;
    private @Nullable AccountId account;
    private final Instant service;
    private final OrderId order;

    /** The others are there before. */
    Canary(Village village, Instant service) {
        this.service = service;
        this.village = village;
        this.above = village.staff("Above", village.center, Role.CLERK);
        this.helper = village.volunteer("Helper");
        var known = village.the(Persons.class)
                .register(village.county, "Far Child", NEW_PHONE_OF_CHILD)
                .orThrow();
        this.child = Actor.withoutPosts(village.county, known);
        order = village.approved(village.project(1, 40), service);
    }

    Actor self() {
        return Objects.requireNonNull(self);
    }

    AccountId account() {
        return Objects.requireNonNull(account);
    }

    /** An order of somebody else that this person served. */
    OrderId served() {
        return order;
    }

    Actor child() {
        return child;
    }

    void lives() throws IOException {
        var person = village.the(Persons.class)
                .register(village.county, "canary-𠮷", PHONE)
                .orThrow();
        var me = Actor.withoutPosts(village.county, person);
        self = me;
        signsIn(person);
        agrees(person);
        village.the(Homes.class).settle(village.county, person, village.station);
        volunteers(me);
        orders(me);
        family(me);
        serves(me);
        isTold(me);
        putsRight(me);
        village.the(Persons.class).phone(village.county, person, village.clerk.person(), "to call back");
    }

    private void signsIn(PersonId person) {
        var accounts = village.the(Accounts.class);
        var mine = Objects.requireNonNull(
                accounts.openFor(village.county, List.of(person)).get(person));
        account = mine;
        accounts.setPassword(mine, "swallow over wheat").orThrow();
        var session = UUID.randomUUID().toString();
        jdbc().sql("""
                        insert into spring_session (primary_id, session_id, creation_time, last_access_time,
                          max_inactive_interval, expiry_time, principal_name)
                        values (:id, :id, 1, 2, 3, 4, :name)
                        """)
                .param("id", session)
                .param("name", mine.value().toString())
                .update();
        jdbc().sql("insert into spring_session_attributes values (:id, 'canary', :bytes)")
                .param("id", session)
                .param("bytes", WORD.getBytes(UTF_8))
                .update();
        stays(person, session);
        letsMachinesIn(person);
    }

    /** As a browser leaves them: the stay, and the device by which its owner is known again. */
    private void stays(PersonId person, String session) {
        jdbc().sql("""
                        with known as (
                          insert into known_device (account_id, device_hash, seen_at) values (:account, :bytes, :now))
                        insert into stay (id, account_id, county_id, person_id, session_id, staff, device, network,
                          began_at, seen_at, proven_at)
                        values (:id, :account, :county, :person, :session, false, 'android.wechat', '203.0.113.0',
                          :now, :now, :now)
                        """)
                .param("id", Ids.next())
                .param("account", account().value())
                .param("bytes", cipher().fingerprint("known_device", WORD))
                .param("county", village.county.value())
                .param("person", person.value())
                .param("session", session)
                .param("now", DbTime.of(clock().instant()))
                .update();
    }

    private void letsMachinesIn(PersonId person) {
        var owner = new SignedIn(account(), village.county.value(), person, false);
        var token = village.the(ApiTokens.class)
                .make(owner, Set.of(Standing.RESIDENT), "canary-machine", Set.of(ApiScope.ORDERS_READ), 30)
                .orThrow();
        var call = new Replays.Call(village.county, token.id().value(), "canary-key", "canary-request");
        village.the(Replays.class)
                .once(call, false, () -> new Replays.Answer(200, "text/plain", "canary-reply", true))
                .orThrow();
    }

    private void agrees(PersonId person) {
        var consents = village.the(Consents.class);
        consents.give(village.county, person, Purpose.LOCATION, How.PAGE, null).orThrow();
        consents.give(village.county, person, Purpose.GUARDIAN, How.PAPER, village.clerk.person(), "canary-guardian")
                .orThrow();
    }

    private void volunteers(Actor me) {
        village.the(Volunteers.class)
                .enrol(me, village.enrolment(me.person(), Village.ALWAYS, 600))
                .orThrow();
        village.the(Qualifications.class)
                .claim(me, me.person(), "canary-certificate", null)
                .orThrow();
        village.team(helper, me);
    }

    private void orders(Actor me) throws IOException {
        var asked = sent(me);
        review().askBack(village.clerk, asked, village.version(asked), "canary-question")
                .orThrow();
        orders().answer(me, asked, village.version(asked), "canary-answer").orThrow();
        orders().cancel(me, asked, village.version(asked), "canary-no-more").orThrow();
        var done = orders().place(me, need(me)).orThrow();
        review().resolve(village.clerk, done, village.version(done), "canary-resolved")
                .orThrow();
        var rating = new Rating(true, 5, 5, 5, "canary-rating", Rating.How.PAGE);
        orders().rate(me, done, village.version(done), rating).orThrow();
        complains(me, done);
        var byChild = orders().place(child, need(child)).orThrow();
        review().resolve(village.clerk, byChild, village.version(byChild), "canary-for-the-parent")
                .orThrow();
        village.the(Drafts.class).begin(me, text(), null).orThrow();
        village.the(SavedFilters.class)
                .save(me, "canary-filter", OrderSearchCriteria.ofWords(WORD), null)
                .orThrow();
    }

    /** To its end: nobody is forgotten while their complaint is under way. */
    private void complains(Actor me, OrderId order) {
        var complaints = village.the(Complaints.class);
        var complaint = complaints.open(me, order, "canary-complaint").orThrow();
        complaints.answer(above, complaint, 1, "canary-reply").orThrow();
        complaints.accept(me, complaint, 2).orThrow();
    }

    private OrderId sent(Actor me) throws IOException {
        var drafts = village.the(Drafts.class);
        var draft = drafts.begin(me, text(), null).orThrow();
        village.the(DraftMedia.class).addPhoto(me, draft.id(), photo()).orThrow();
        return drafts.send(
                        me,
                        draft.id(),
                        drafts.open(me).orElseThrow().version(),
                        words -> Outcome.done(new Drafts.Ready(need(me), null)))
                .orThrow();
    }

    private DraftText text() {
        return DraftText.begun(
                false,
                DraftText.Where.NOTHING.of(village.station, "canary-lane 3", "canary-recipient", PHONE.digits()));
    }

    private static byte[] photo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }

    private NewOrder need(Actor requester) {
        var from = Village.wednesday(clock().instant());
        return new NewOrder(
                requester.person(),
                Channel.PHONE_PAGE,
                village.station,
                null,
                "canary-need",
                "canary-recipient",
                PHONE.digits(),
                "canary-lane 3",
                Village.SQUARE,
                new Slot(from, from.plus(Duration.ofDays(2))),
                false,
                null,
                null);
    }

    private void family(Actor me) {
        var followers = village.the(Followers.class);
        followers.ask(child, PHONE.digits(), true).orThrow();
        followers.allow(me, followers.asking(me).getFirst().id(), true).orThrow();
        followers.ask(me, NEW_PHONE_OF_CHILD.digits(), false).orThrow();
    }

    private void serves(Actor me) {
        var slot = village.slot(order, service);
        var offer = village.the(Offers.class)
                .make(village.clerk, order, village.version(order), slot, List.of(new Invitee.ToVolunteer(me.person())))
                .orThrow()
                .getFirst();
        village.the(Answers.class).accept(me, offer).orThrow();
        var seat = village.the(MyService.class).seats(me).getFirst().seat();
        var attendance = village.the(Attendance.class);
        var code = clock().at(service, () -> attendance.code(village.requester, order))
                .orElseThrow();
        clock().at(service, () -> attendance.checkIn(me, seat, code)).orThrow();
        clock().at(slot.to(), () -> attendance.checkOut(me, seat)).orThrow();
        var proof = new OfflineProof(Ids.next(), service, slot.to(), new DoorCode(code, true));
        clock().at(slot.to(), () -> village.the(OfflineProofs.class).handIn(me, seat, proof))
                .orThrow();
        clock().at(
                        slot.to(),
                        () -> village.the(Summaries.class).write(me, offer, "canary-summary", "canary-experience"))
                .orThrow();
    }

    /** As the outbox's worker writes them. */
    private void isTold(Actor me) {
        jdbc().sql("""
                        insert into notice (county_id, id, person_id, outbox_id, kind, at)
                        values (:county, :id, :person, :id, 'order_approved', :now)
                        """)
                .param("county", village.county.value())
                .param("id", Ids.next())
                .param("person", me.person().value())
                .param("now", DbTime.of(clock().instant()))
                .update();
        var text = Ids.next();
        jdbc().sql("insert into demo_sms (id, phone_sealed, words_sealed, at) values (:id, :phone, :words, :now)")
                .param("id", text)
                .param("phone", cipher().seal(null, "demo_sms.phone", text, PHONE.digits()))
                .param("words", cipher().seal(null, "demo_sms.words", text, "canary-text"))
                .param("now", DbTime.of(clock().instant()))
                .update();
    }

    private void putsRight(Actor me) {
        village.the(OwnCorrections.class).rename(me, "canary-renamed").orThrow();
        village.the(CorrectionDesk.class)
                .ask(me, CorrectionDesk.OTHER, "canary-wish")
                .orThrow();
    }

    static Set<String> texts() {
        return Set.of(WORD, PHONE.digits(), PHONE.masked());
    }

    private Orders orders() {
        return village.the(Orders.class);
    }

    private Review review() {
        return village.the(Review.class);
    }

    private AppClock clock() {
        return village.the(AppClock.class);
    }

    private JdbcClient jdbc() {
        return village.the(JdbcClient.class);
    }

    private FieldCipher cipher() {
        return village.the(FieldCipher.class);
    }
}
