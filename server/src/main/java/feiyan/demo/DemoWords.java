package feiyan.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What the demo's people are called and say: the files in {@code resources/demo}. */
final class DemoWords {

    private static final String FOLDER = "/demo/";

    private final Properties words = new Properties();

    DemoWords() {
        try (var reader = open("words_zh.properties")) {
            words.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String say(String key, Object... args) {
        var pattern = Objects.requireNonNull(words.getProperty(key), key);
        return args.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(args);
    }

    /** One of {@code key.1}, {@code key.2} and so on. */
    String oneOf(Luck luck, String key) {
        var many = words.stringPropertyNames().stream()
                .filter(name -> name.matches(key + "[.]\\d"))
                .sorted()
                .toList();
        return say(luck.oneOf(many));
    }

    /** The signs of a word, one by one: surnames stand side by side. */
    List<String> signs(String key) {
        return Arrays.asList(say(key).split(""));
    }

    /** @param form from the menu or in free words, and whether it can wait */
    record Need(String project, Form form, String words) {

        enum Form {
            MENU,
            WORDS,
            URGENT
        }
    }

    static List<Need> needs() {
        return table("needs_zh.txt").stream()
                .map(row -> new Need(row[0], Need.Form.valueOf(row[1].toUpperCase(Locale.ROOT)), row[2]))
                .toList();
    }

    /** The first thing said of it by somebody who picked it from the menu. */
    static Need fromMenu(String project) {
        return needs().stream()
                .filter(need -> need.project().equals(project) && need.form() == Need.Form.MENU)
                .findFirst()
                .orElseThrow();
    }

    record Village(String within, String name) {}

    static List<Village> naturalVillages() {
        return table("villages_zh.txt").stream()
                .map(row -> new Village(row[0], row[1]))
                .toList();
    }

    /** @param fields skills; the first one is the team's own */
    record Field(String team, List<String> fields) {}

    static List<Field> professionalTeams() {
        return table("teams_zh.txt").stream()
                .map(row -> new Field(row[0], Arrays.asList(row[1].split(","))))
                .toList();
    }

    static String text(String file) {
        try (var reader = open(file)) {
            return reader.readAllAsString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String[]> table(String file) {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .toList();
    }

    private static BufferedReader open(String file) {
        var stream = Objects.requireNonNull(DemoWords.class.getResourceAsStream(FOLDER + file), file);
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
