package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.orders.Draft.Sheet;
import feiyan.orders.Draft.Written;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.OneLook;
import feiyan.units.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The drafts' rows: each is its writer's alone, and sealed as a whole. */
@Repository
class DraftRows {

    private static final String COLUMN = "order_draft.content";
    private static final String MINE = """
            select d.id, d.version, d.content, d.kept_at from order_draft d
            where d.county_id = :county and d.person_id = :person\s""";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final JsonMapper json = new JsonMapper();

    DraftRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** What is sealed. */
    record Content(DraftText text, Map<Sheet, Written> written) {}

    Optional<Draft> open(Actor actor) {
        return mine(actor, MINE)
                .query((row, number) -> draft(actor.county(), row))
                .optional();
    }

    Optional<Draft> find(Actor actor, OrderId id) {
        return OneLook.once(List.of("draft", actor, id), () -> one(actor, id, "and d.id = :id"));
    }

    /** Holds it until the transaction ends: two windows come one after the other. */
    Optional<Draft> hold(Actor actor, OrderId id) {
        return one(actor, id, "and d.id = :id for no key update");
    }

    private Optional<Draft> one(Actor actor, OrderId id, String which) {
        return mine(actor, MINE + which)
                .param("id", id.value())
                .query((row, number) -> draft(actor.county(), row))
                .optional();
    }

    private JdbcClient.StatementSpec mine(Actor actor, String sql) {
        return jdbc.sql(sql)
                .param("county", actor.county().value())
                .param("person", actor.person().value());
    }

    /** @return false where the person has one already */
    boolean insert(CountyId county, PersonId person, Draft draft) {
        return jdbc.sql("""
                insert into order_draft (county_id, id, person_id, version, content, kept_at)
                values (:county, :id, :person, :version, :content, :at)
                on conflict (county_id, person_id) do nothing
                """)
                        .param("county", county.value())
                        .param("id", draft.id().value())
                        .param("person", person.value())
                        .param("version", draft.version())
                        .param("content", sealed(county, draft))
                        .param("at", DbTime.of(draft.keptAt()))
                        .update()
                == 1;
    }

    void update(CountyId county, Draft draft) {
        jdbc.sql("""
                update order_draft set version = :version, content = :content, kept_at = :at
                where county_id = :county and id = :id
                """)
                .param("county", county.value())
                .param("id", draft.id().value())
                .param("version", draft.version())
                .param("content", sealed(county, draft))
                .param("at", DbTime.of(draft.keptAt()))
                .update();
    }

    /** Those that nobody went on with; one that is being written at this moment is left alone. */
    List<OrderId> forgotten(CountyId county, Instant before, int most) {
        return jdbc.sql("""
                select d.id from order_draft d where d.county_id = :county and d.kept_at < :before
                order by d.kept_at limit :most for update skip locked
                """)
                .param("county", county.value())
                .param("before", DbTime.of(before))
                .param("most", most)
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The photos and the voice go first: see {@link MediaRows}. */
    void delete(CountyId county, List<OrderId> drafts) {
        jdbc.sql("delete from order_draft where county_id = :county and id = any(:ids)")
                .param("county", county.value())
                .param("ids", drafts.stream().map(OrderId::value).toArray(UUID[]::new))
                .update();
    }

    private byte[] sealed(CountyId county, Draft draft) {
        var content = json.writeValueAsString(new Content(draft.text(), draft.written()));
        return cipher.seal(county, COLUMN, draft.id().value(), content);
    }

    private Draft draft(CountyId county, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var content = json.readValue(cipher.open(county, COLUMN, id, row.getBytes("content")), Content.class);
        return new Draft(
                new OrderId(id), row.getInt("version"), content.text(), content.written(), DbTime.read(row, "kept_at"));
    }
}
