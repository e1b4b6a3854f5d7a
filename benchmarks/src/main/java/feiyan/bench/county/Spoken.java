package feiyan.bench.county;

import feiyan.bench.county.BigCounty.Station;
import feiyan.menu.Project;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** What people say, put together from pieces: many needs alike, as in a county, and none the whole same as the next. */
final class Spoken {

    private static final String[] WHO = {
        "俺娘八十三了，", "家里老爷子瘫在床上，", "东屋的二奶奶一个人住，", "儿女都在外头打工，", "孩子放学没人看，", "我眼睛不好使，", "老伴刚出院，", "村东头的五保户大爷，"
    };
    private static final String[] WHY = {"腿脚不好下不了楼，", "自己弄不了，", "天冷出不了门，", "找了好几家都没人来，", "心里着急，", "一直没顾上，"};
    private static final String[] WISH = {"能来家里帮个忙不？", "麻烦派个人来看看。", "想请人上门，越早越好。", "下午来最合适。", "来之前打个电话。"};
    private static final String[] PRAISE = {"来得准时，人也和气。", "活干得仔细，谢谢。", "帮了大忙。", "下次还想请他来。", "挺好的。"};

    String need(Project project, SplittableRandom random) {
        return oneOf(WHO, random) + oneOf(WHY, random) + project.name() + "，" + oneOf(WISH, random);
    }

    String address(Station station, SplittableRandom random) {
        return station.name().replace("新时代文明实践站", "") + random.nextInt(1, 400) + "号";
    }

    String praise(SplittableRandom random) {
        return oneOf(PRAISE, random);
    }

    private static String oneOf(String[] all, SplittableRandom random) {
        return all[random.nextInt(all.length)];
    }

    static String md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
