package feiyan.menu;

import feiyan.platform.CountyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the menu's rows; whether somebody may is the door's business. */
@Component
class MenuRows {

    private static final String COLUMNS = """
            p.id, p.code, p.category_code, p.name, p.skill, p.duration_minutes, p.headcount, p.mode = 'remote' as remote,
            p.qualification, p.hazardous, p.confidential, p.withdrawn_at is not null as withdrawn""";

    private final JdbcClient db;

    MenuRows(JdbcClient db) {
        this.db = db;
    }

    /** All of a county's menu in one query. */
    MenuBook book(CountyId county) {
        var names = new LinkedHashMap<String, String>();
        var projects = new LinkedHashMap<String, List<Project>>();
        db.sql("""
                select c.name as category_name, %s
                from category c join project p on p.county_id = :county and p.category_code = c.code
                where c.county_id = :county
                order by c.position, p.code
                """.formatted(COLUMNS)).param("county", county.value()).query(row -> {
            var project = project(row);
            names.put(project.category(), row.getString("category_name"));
            projects.computeIfAbsent(project.category(), none -> new ArrayList<>())
                    .add(project);
        });
        return MenuBook.of(names.entrySet().stream()
                .map(name ->
                        new Category(name.getKey(), name.getValue(), projects.getOrDefault(name.getKey(), List.of())))
                .toList());
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

    private static Project project(ResultSet row) throws SQLException {
        return new Project(
                new ProjectId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("category_code"),
                row.getString("name"),
                row.getString("skill"),
                row.getInt("duration_minutes"),
                row.getInt("headcount"),
                row.getBoolean("remote"),
                row.getString("qualification"),
                row.getBoolean("hazardous"),
                row.getBoolean("confidential"),
                row.getBoolean("withdrawn"));
    }
}
