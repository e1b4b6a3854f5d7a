package feiyan.privacy;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that know a person, as the catalog tells: whoever adds one is found here, not by memory. */
record PersonTables(JdbcClient jdbc) {

    /**
     * A table with sealed or hashed bytes, with a key to a person, a volunteer or an account, or with a uuid that
     * points nowhere and is not its own id: an actor, a viewer, whoever wrote it.
     */
    Set<String> all() {
        return new TreeSet<>(jdbc.sql("""
                        select distinct c.relname from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                          and c.relname not like 'flyway%'
                          and (a.atttypid = 'bytea'::regtype
                            or exists (
                              select from pg_constraint f
                              where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any(f.conkey)
                                and a.attname <> 'county_id'
                                and f.confrelid in ('person'::regclass, 'volunteer'::regclass, 'account'::regclass))
                            or (a.atttypid = 'uuid'::regtype and a.attname <> 'id' and not exists (
                              select from pg_constraint f
                              where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any(f.conkey))))
                        """).query(String.class).list());
    }
}
