package feiyan.bench.loop;

/** What people say and write; as long as they do, since it is sealed, sent and stored. */
final class Speech {

    static final String NEED = "头发长得扎脖子了，腿脚不方便，想请人来家里给理个发。";
    static final String NAME = "王秀兰";
    static final String ADDRESS = "李家村三组十二号，水井旁边红色大门";
    static final String THANKS = "理得很好，人也和气，谢谢。";

    private Speech() {}

    /** A different home each time: nobody is asked whether it was not said already. */
    static String phone(int number) {
        return "0539%07d".formatted(Math.floorMod(number, 10_000_000));
    }
}
