package feiyan.triage;

import java.util.List;

/**
 * How people speak of a project.
 *
 * @param code NONE for what the platform has nothing for
 * @param title its name and the skill it takes
 * @param words written by hand: synonyms, dialect, things and occasions that belong to it
 */
record ProjectWords(String code, String title, List<String> words) {

    static final String NONE = "NONE";
}
