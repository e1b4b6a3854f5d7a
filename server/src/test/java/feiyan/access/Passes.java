package feiyan.access;

/** Who shows what: the columns of the table, each with its session, or with its token. */
@FunctionalInterface
interface Passes {

    Pass of(String column);
}
