package feiyan.dispatch.measures;

/** Some of all. */
public record Share(int some, int all) {

    private static final int PERCENT = 100;

    public int percent() {
        return all == 0 ? 0 : (int) Math.round((double) PERCENT * some / all);
    }
}
