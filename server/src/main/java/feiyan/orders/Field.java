package feiyan.orders;

/** The parts of an order that not everybody may see. */
public enum Field {
    /** Project, coarse place (the village), time. */
    OUTLINE,
    /** The need in words, photos, voice. */
    WORDS,
    RECIPIENT_NAME,
    /** Address and full telephone number. */
    ADDRESS,
    /** Lone elder, left-behind child, hardship … */
    SPECIAL_GROUP,
    RATING
}
