package feiyan.volunteers;

/** The 1+17+N model: one general team, professional teams by field, and the many. */
public enum TeamKind {
    /** 总队. */
    GENERAL,
    /** 党员. */
    PARTY,
    /** 专业: one field. */
    PROFESSIONAL,
    /** 群众. */
    MASS,
    /** 社会组织. */
    SOCIAL,
    /** 志愿小分队: for one task, with a last day. */
    TASK_SQUAD
}
