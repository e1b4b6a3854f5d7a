package feiyan.bench.county;

/**
 * How large a county is. The same size and seed make the same people and the same orders, save for what the product
 * itself draws: ids and numbers.
 *
 * @param orders past ones, all of them over
 * @param aYear how many of them fall into one year: so a longer past is one of more years
 */
public record CountySize(int volunteers, int residents, int teams, int orders, int aYear, long seed) {

    /** A county as the project's domain description has it, without a past. */
    public static CountySize full() {
        return new CountySize(60_000, 20_000, 186, 0, 30_000, 1);
    }

    /** Few people on the same land: quick to make, for tests and first looks. */
    public static CountySize small() {
        return new CountySize(600, 200, 150, 0, 30_000, 1);
    }

    public CountySize withPast(int pastOrders) {
        return new CountySize(volunteers, residents, teams, pastOrders, aYear, seed);
    }
}
