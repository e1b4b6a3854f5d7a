package feiyan.dispatch.engine;

/** A set of skills numbered 0 to 127; a county's menu has 72 projects, so there is room. */
public record Skills(long low, long high) {

    public static final int MOST = 128;
    public static final Skills NONE = new Skills(0, 0);

    public Skills and(int skill) {
        if (skill < 0 || skill >= MOST) {
            throw new IllegalArgumentException("no such skill: " + skill);
        }
        return skill < 64 ? new Skills(low | 1L << skill, high) : new Skills(low, high | 1L << (skill - 64));
    }

    boolean has(int skill) {
        return (skill < 64 ? low >>> skill & 1 : high >>> (skill - 64) & 1) != 0;
    }

    boolean isEmpty() {
        return (low | high) == 0;
    }
}
