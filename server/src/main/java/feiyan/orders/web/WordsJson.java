package feiyan.orders.web;

/** Words that go with a command; they are sealed. Never logged: prints without its contents. */
record WordsJson(String words) {

    @Override
    public String toString() {
        return "WordsJson[…]";
    }
}
