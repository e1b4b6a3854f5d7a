package feiyan.bench.county;

import java.util.SplittableRandom;

/** Names as a county has them: a few surnames for many, and now and then the same name twice. */
final class Names {

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private static final String GIVENS = "秀兰英华玉梅建国志强明芳丽军敏静伟勇娟涛超霞平刚桂红文斌燕萍鹏辉玲桂春生海云雷亮龙";

    private final SplittableRandom random;

    Names(SplittableRandom random) {
        this.random = random;
    }

    String next() {
        return sign(SURNAMES) + sign(GIVENS) + (random.nextInt(5) == 0 ? "" : sign(GIVENS));
    }

    private String sign(String from) {
        int at = random.nextInt(from.length());
        return from.substring(at, at + 1);
    }
}
