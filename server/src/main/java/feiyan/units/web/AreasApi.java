package feiyan.units.web;

import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Area.Level;
import feiyan.units.AreaImport;
import feiyan.units.AreaMistake;
import feiyan.units.Areas;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The division tree of the county: looked at by everybody, imported by the administrators of its center. */
@RestController
@RequestMapping(ApiPath.V1)
class AreasApi {

    /** The first ones show what kind of mistake it is. */
    private static final int MISTAKES_SHOWN = 20;

    private final Areas areas;

    AreasApi(Areas areas) {
        this.areas = areas;
    }

    record AreaLine(
            String code, String name, Level level, @Nullable String parent) {}

    @Operation(
            summary = "One area of the division tree",
            description = "Twelve digits of the statistical division; a natural village has two more behind a dash.")
    @NeedsScope("units:read")
    @GetMapping("/areas/{code}")
    Optional<AreaLine> show(Actor actor, @PathVariable String code) {
        return areas.find(actor.county(), code)
                .map(area -> new AreaLine(area.code(), area.name(), area.level(), area.parent()));
    }

    @Operation(
            summary = "How many areas of each level the county has",
            description = "Levels that the county has none of are missing.")
    @NeedsScope("units:read")
    @GetMapping("/areas")
    Map<Level, Integer> counts(Actor actor) {
        return areas.counts(actor.county());
    }

    /** @param text the file's lines: code, name, level, parent_code */
    record AreaTable(String text) {

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * What an area file would do, or did.
     *
     * @param areas how many could be read, by level
     * @param mistakes the first {@value #MISTAKES_SHOWN}; with any, nothing is imported
     */
    record AreasSeen(Map<Level, Integer> areas, int fresh, int changed, int wrong, List<AreaMistake> mistakes) {

        static AreasSeen of(AreaImport found) {
            var mistakes = found.mistakes();
            return new AreasSeen(
                    found.counts(),
                    found.fresh(),
                    found.changed(),
                    mistakes.size(),
                    mistakes.stream().limit(MISTAKES_SHOWN).toList());
        }
    }

    @Operation(
            summary = "What a table of areas would do; changes nothing",
            description = "For the administrators of the center. Names the first mistakes line by line.")
    @NeedsScope("units:read")
    @PostMapping("/admin/areas/preview")
    Outcome<AreasSeen> preview(Actor actor, @RequestBody AreaTable table) {
        return areas.preview(actor, table.bytes()).map(AreasSeen::of);
    }

    @Operation(
            summary = "Import a table of areas, all lines or none",
            description = "For the administrators of the center. With any mistake nothing is imported; what is not "
                    + "in the table stays.")
    @NeedsScope("units:write")
    @PostMapping("/admin/areas/import")
    Outcome<AreasSeen> bring(Actor actor, @RequestBody AreaTable table) {
        return areas.bring(actor, table.bytes()).map(AreasSeen::of);
    }
}
