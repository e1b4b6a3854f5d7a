package feiyan.supply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One library that is shipped, as the bill of materials in the jar says. */
record Component(String library, String version, Set<String> licences) {

    static List<Component> shipped() {
        try (var bill = Objects.requireNonNull(
                Component.class.getResourceAsStream("/META-INF/sbom/application.cdx.json"), "no bill of materials")) {
            var components = new ArrayList<Component>();
            for (var each : new JsonMapper().readTree(bill).get("components")) {
                components.add(of(each));
            }
            return components;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Component of(JsonNode said) {
        var licences = new LinkedHashSet<String>();
        for (var each : said.path("licenses")) {
            var licence = each.path("license");
            licences.add(licence.path("id")
                    .asString(licence.path("name")
                            .asString(each.path("expression").asString(""))));
        }
        return new Component(
                said.path("group").asString("") + ":" + said.path("name").asString(),
                said.path("version").asString(),
                licences);
    }
}
