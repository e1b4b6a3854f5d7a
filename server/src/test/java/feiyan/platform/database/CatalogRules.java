package feiyan.platform.database;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What ARCHITECTURE.md asks of the tables, asked of the catalog: each rule is a query for its breaches. A table without
 * a county must be on the exempt list, or one of the small ones that each shard has whole.
 */
record CatalogRules(DataSource database) {

    private static final Map<String, String> RULES = Map.of(
            "has no county_id bigint not null",
            """
            select c.relname || '' as subject, c.relname as owner from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
              and not exists (
                select from pg_attribute a
                where a.attrelid = c.oid and a.attname = 'county_id' and a.atttypid = 'bigint'::regtype and a.attnotnull)
            """,
            "has no primary key",
            """
            select c.relname || '' as subject, c.relname as owner from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
              and not exists (select from pg_constraint p where p.conrelid = c.oid and p.contype = 'p')
            """,
            "is a key that does not begin with county_id",
            """
            select k.relname || ' of ' || c.relname as subject, c.relname as owner
            from pg_index i join pg_class k on k.oid = i.indexrelid join pg_class c on c.oid = i.indrelid
            left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where c.relnamespace = 'public'::regnamespace and (i.indisunique or i.indisexclusion)
              and a.attname is distinct from 'county_id'
            """,
            "is a foreign key between counties' tables that does not begin with county_id",
            """
            select f.conname || ' of ' || c.relname as subject, c.relname as owner
            from pg_constraint f join pg_class c on c.oid = f.conrelid
            join pg_attribute here on here.attrelid = f.conrelid and here.attnum = f.conkey[1]
            join pg_attribute there on there.attrelid = f.confrelid and there.attnum = f.confkey[1]
            where f.contype = 'f' and c.relnamespace = 'public'::regnamespace
              and exists (select from pg_attribute a where a.attrelid = f.confrelid and a.attname = 'county_id')
              and (here.attname, there.attname) <> ('county_id', 'county_id')
            """,
            "sets null or default on delete or update",
            """
            select f.conname || ' of ' || c.relname as subject, c.relname as owner
            from pg_constraint f join pg_class c on c.oid = f.conrelid
            where f.contype = 'f' and c.relnamespace = 'public'::regnamespace
              and (f.confdeltype in ('n', 'd') or f.confupdtype in ('n', 'd'))
            """,
            "is a sequence",
            """
            select c.relname || '' as subject, c.relname as owner from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
            """,
            "has a default that differs from shard to shard",
            """
            select c.relname || '.' || a.attname as subject, c.relname as owner
            from pg_attrdef d join pg_class c on c.oid = d.adrelid
            join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
            where c.relnamespace = 'public'::regnamespace
              and pg_get_expr(d.adbin, d.adrelid) ~* '(now|random|uuid|nextval|timestamp)\\w*\\('
            """,
            "is a trigger that reaches beyond its row",
            """
            select t.tgname || ' of ' || c.relname as subject, c.relname as owner
            from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
            where not t.tgisinternal and c.relnamespace = 'public'::regnamespace
              and (t.tgtype & 1 = 0 or p.prosrc ~* '\\m(select|insert|update|delete|perform|execute|notify)\\M')
            """);

    /** Small tables with the same rows for everybody: {@code app_reference}. */
    private static final List<String> REFERENCES = List.of(
            "order_transition",
            "offer_transition",
            "seat_transition",
            "complaint_transition",
            "time_proposal_transition");

    /** As in {@code "is a sequence: order_number_seq"}. */
    List<String> breaches() {
        return RULES.entrySet().stream()
                .flatMap(rule -> breaches(rule.getKey(), rule.getValue()))
                .sorted()
                .toList();
    }

    private Stream<String> breaches(String rule, String query) {
        return JdbcClient.create(database)
                .sql(query)
                .query((row, number) -> Map.entry(row.getString("owner"), row.getString("subject")))
                .list()
                .stream()
                .filter(breach -> !ExemptTables.contains(breach.getKey()) && !REFERENCES.contains(breach.getKey()))
                .map(breach -> breach.getValue() + " " + rule);
    }
}
