package feiyan.attendance.web;

import java.util.List;
import java.util.Locale;

/** Why somebody cannot, for those who want to say; nobody has to. Nothing about health: that is nobody's business. */
enum WhyNot {
    NO_TIME,
    TOO_FAR,
    NOT_MY_SKILL,
    FAMILY,
    OTHER;

    static final List<WhyNot> DECLINING = List.of(NO_TIME, TOO_FAR, NOT_MY_SKILL, OTHER);
    static final List<WhyNot> GIVING_BACK = List.of(NO_TIME, FAMILY, OTHER);

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
