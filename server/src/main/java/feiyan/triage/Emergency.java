package feiyan.triage;

/** Whom to call before anything else, in the order in which one of them is named when words speak of two. */
public enum Emergency {
    FIRE("119"),
    MEDICAL("120"),
    POLICE("110");

    private final String number;

    Emergency(String number) {
        this.number = number;
    }

    public String number() {
        return number;
    }
}
