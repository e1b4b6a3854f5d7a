package feiyan.platform;

import java.util.Locale;

/** What is written down about who did what. A new kind is a constant here and a word in each language. */
public enum AuditKind {
    SIGN_IN,
    SIGN_IN_FAILED,
    SECOND_STEP_FAILED,
    SECOND_STEP_SET_UP,
    SECOND_STEP_FORGOTTEN,
    SIGN_INS_ENDED,
    PASSWORD_LINK_MADE,
    PASSWORD_CHANGED,
    ROLE_GIVEN,
    ROLE_ENDED,
    POLICY_CHANGED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    EXPORTED,
    CORRECTED,
    DELETION_ASKED,
    DELETION_WITHDRAWN,
    DELETION_BEGUN,
    ERASED,
    CONSENT_NOTED,
    CONSENT_WITHDRAWN,
    RETENTION_RUN,
    HOLD_SET,
    HOLD_LIFTED,
    KEY_MADE,
    KEY_RETIRED,
    AUDIT_SEARCHED,
    AUDIT_VERIFIED,
    ALARM_RAISED,
    ALARM_LOOKED_INTO;

    /** As it stands in the table and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
