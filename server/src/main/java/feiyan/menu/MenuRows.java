package feiyan.menu;

import feiyan.platform.CountyId;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the menu's rows; whether somebody may is the door's business. */
@Component
class MenuRows {

    private final JdbcClient db;

    MenuRows(JdbcClient db) {
        this.db = db;
    }

    boolean hasCategory(CountyId county, String code) {
        return db.sql("select exists (select from category where county_id = :county and code = :code)")
                .param("county", county.value())
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /** Whether the code is free; until the transaction ends nobody else may take one of its category. */
    boolean claim(CountyId county, String code) {
        db.sql("select code from category where county_id = :county and code = :category for update")
                .param("county", county.value())
                .param("category", code.substring(0, 2))
                .query(String.class)
                .optional();
        return db.sql("select not exists (select from project where county_id = :county and code = :code)")
                .param("county", county.value())
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    void writeCategories(CountyId county, Map<String, String> categories) {
        int position = 0;
        for (var category : categories.entrySet()) {
            db.sql("""
                    insert into category (county_id, code, name, position) values (:county, :code, :name, :position)
                    on conflict (county_id, code) do update set name = excluded.name, position = excluded.position
                    """)
                    .param("county", county.value())
                    .param("code", category.getKey())
                    .param("name", category.getValue())
                    .param("position", position++)
                    .update();
        }
    }

    /** Adds the project or changes the one of that code; a withdrawn one comes back. */
    ProjectId write(CountyId county, ProjectDraft draft) {
        UUID id = db.sql("""
                insert into project (county_id, id, code, category_code, name, skill, duration_minutes, headcount, mode,
                  qualification, hazardous, confidential)
                values (:county, :id, :code, :category, :name, :skill, :minutes, :headcount, :mode,
                  :qualification, :hazardous, :confidential)
                on conflict (county_id, code) do update set name = excluded.name, skill = excluded.skill,
                  duration_minutes = excluded.duration_minutes, headcount = excluded.headcount, mode = excluded.mode,
                  qualification = excluded.qualification, hazardous = excluded.hazardous,
                  confidential = excluded.confidential, withdrawn_at = null
                returning id
                """)
                .paramSource(ProjectRow.of(county, draft))
                .query(UUID.class)
                .single();
        return new ProjectId(id);
    }
}
