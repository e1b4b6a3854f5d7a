package feiyan.bench.growth;

/**
 * An index that is written with each row and was read by nothing that was measured, nor by any job.
 *
 * @param holds what it is for nevertheless: that no two rows are alike, or a key between tables; empty for nothing
 */
record UnreadIndex(String table, String name, long bytes, String holds) {

    String json(int orders) {
        return "{\"index\":\"%s\",\"table\":\"%s\",\"bytes_per_order\":%d,\"holds\":\"%s\"}"
                .formatted(name, table, bytes / orders, holds);
    }
}
