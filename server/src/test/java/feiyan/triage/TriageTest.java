package feiyan.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people say finds its project, and whoever is in danger is told whom to call. None of it stands in the examples.
 */
class TriageTest {

    private static final Triage TRIAGE = new Triage();

    @ParameterizedTest
    @CsvSource({
        "请人到村里广播一下医保新政策, LL01",
        "想看一场吕剧, WH01",
        "放学后没人辅导孩子写作业, JY01",
        "给老娘量个血压, YL02",
        "棚里黄瓜不结瓜请技术员看看, NJ01",
        "厕所堵了水下不去, BM02"
    })
    void aNeedOfEachCategoryFindsItsProject(String words, String project) {
        assertThat(TRIAGE.read(words).projects()).first().isEqualTo(project);
    }

    @ParameterizedTest
    @CsvSource({"家里空调不制冷 顺便把灯泡换了, BM03, BM01", "给俺爹理个发再洗个澡, BM04, YL10", "想学太极拳也想学剪窗花, WH10, WH06"})
    void twoNeedsInOneSentenceAreBothOffered(String words, String one, String other) {
        assertThat(TRIAGE.read(words).projects()).contains(one, other).hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"农鸡坏了, NJ04", "惊剧啥时候来唱, WH01", "兵乓球友谊塞, WH09"})
    void aWordWrittenAsItSoundsIsUnderstood(String words, String project) {
        assertThat(TRIAGE.read(words).projects()).contains(project);
    }

    @ParameterizedTest
    @CsvSource({
        "老伴胸口疼得厉害 喘不上气, MEDICAL",
        "孩子从二楼摔下来昏迷了, MEDICAL",
        "奶奶突然嘴歪了说不出话, MEDICAL",
        "误喝了半瓶敌敌畏, MEDICAL",
        "煤烟中着了 俩人叫不醒, MEDICAL",
        "楼下店铺起火了, FIRE",
        "满屋子煤气味 阀门关不住, FIRE",
        "有个孩子掉水库里了 快来人, FIRE",
        "贼正在撬邻居家的门, POLICE",
        "俺不想活了 绳子都拿好了, POLICE",
        "他拿刀追着砍人, POLICE",
        "三岁孙子在集上走丢了, POLICE",
        "刚给骗子转过去三万 他还叫俺再转, POLICE"
    })
    void whoIsInDangerIsToldWhomToCall(String words, Emergency emergency) {
        assertThat(TRIAGE.read(words).emergency()).contains(emergency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "村里想搞一次消防演练",
                "想学心肺复苏和急救包扎",
                "煤气灶打不着火 来修修",
                "灭火器到期了找谁检查",
                "请来讲讲怎么防电信诈骗",
                "俺爹去年得过脑梗 想做做康复",
                "拖拉机打不着火",
                "怕孩子下河洗澡 来上一堂防溺水课",
                "想看抗日打鬼子的电影"
            })
    void talkOfDangerIsNoDanger(String words) {
        assertThat(TRIAGE.read(words).emergency()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "。。。",
                "😀😀😀",
                "𠮷𠮷",
                "\u0000\u0007\uD800",
                "asdf qwer",
                "哈哈哈哈",
                "123456",
                "你好",
                "<script>alert(1)</script>"
            })
    void whatSaysNothingGetsNoSuggestion(String words) {
        assertThat(TRIAGE.read(words)).isEqualTo(Reading.NOTHING);
    }

    @Test
    void aTextWithoutEndIsReadQuicklyAndAtBothEnds() {
        var filler = "俺跟恁说 ".repeat(5_000);
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            assertThat(TRIAGE.read("锅".repeat(10_000)).emergency()).isEmpty();
            assertThat(TRIAGE.read(filler + "锅屋着火了快来人").emergency()).contains(Emergency.FIRE);
        });
    }

    @Test
    void twoReadersAgree() {
        var words = "老人一个人住 想请人打扫打扫 陪着说说话";
        assertThat(new Triage().read(words)).isEqualTo(TRIAGE.read(words));
    }
}
