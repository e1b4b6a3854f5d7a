package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class CatalogRulesTest {

    /** A table that keeps every rule; each case below breaks one. */
    private static final String GOOD = """
            create table good (
              county_id bigint not null, id uuid not null, parent_id uuid,
              primary key (county_id, id),
              constraint good_parent foreign key (county_id, parent_id) references good (county_id, id));
            """;

    @Test
    void everyTableOfTheMigrationsKeepsThem() {
        try (var database = TestDatabase.migrated()) {
            assertThat(new CatalogRules(database.asOwner()).breaches()).isEmpty();
        }
    }

    @Test
    void aGoodTablePasses() {
        assertThat(breachesOf(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create table bad (id uuid primary key)                                  | bad has no county_id bigint not null
            create table bad (county_id int not null primary key)                   | bad has no county_id bigint not null
            create table bad (county_id bigint not null)                            | bad has no primary key
            create table bad (county_id bigint not null, id uuid, primary key (id, county_id)) | bad_pkey of bad is a key that does not begin with county_id
            alter table good add constraint once unique (parent_id)                 | once of good is a key that does not begin with county_id
            create unique index once on good (parent_id) where id is not null       | once of good is a key that does not begin with county_id
            create unique index once on good ((county_id + 1))                      | once of good is a key that does not begin with county_id
            alter table good add exclude using btree (id with =)                    | good_id_excl of good is a key that does not begin with county_id
            alter table good add constraint askew foreign key (parent_id, county_id) references good (id, county_id) | askew of good is a foreign key between counties' tables that does not begin with county_id
            alter table good add constraint gone foreign key (county_id, parent_id) references good on delete set null | gone of good sets null or default on delete or update
            create sequence numbers                                                 | numbers is a sequence
            alter table good add made timestamptz default now()                     | good.made has a default that differs from shard to shard
            create trigger far before insert on good for each row execute function reach() | far of good is a trigger that reaches beyond its row
            create trigger wide after insert on good for each statement execute function stay() | wide of good is a trigger that reaches beyond its row
            """)
    void eachRuleBites(String sql, String breach) {
        assertThat(breachesOf(sql)).contains(breach);
    }

    private static List<String> breachesOf(@Nullable String sql) {
        try (var database = TestDatabase.empty()) {
            var owner = JdbcClient.create(database.asOwner());
            owner.sql(GOOD).update();
            owner.sql("""
                    create function reach() returns trigger language plpgsql as
                    'begin delete from good; return new; end'
                    """).update();
            owner.sql("create function stay() returns trigger language plpgsql as 'begin return new; end'")
                    .update();
            if (sql != null) {
                owner.sql(sql).update();
            }
            return new CatalogRules(database.asOwner()).breaches();
        }
    }
}
