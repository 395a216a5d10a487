package city.gewu.demo.story;

import city.gewu.casework.ReportSource;
import city.gewu.casework.ReporterContact;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

/// People of the demo city who report something, none of whom exists. Their given names begin with
/// 某 ("a certain"), as in judgments that hide who somebody is. Their numbers begin with 120: mobile
/// numbers begin with 13 to 19, and 12x is kept for short service numbers (电信网编号计划), so none of
/// them can be anybody's.
final class Callers {

    private static final long SEED = 310_120;
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final List<String> GIVEN =
            List.of("某", "某甲", "某乙", "某丙", "某丁", "某某", "某戊", "某己", "某庚", "某辛");
    private static final String RANGE = "1200";

    private Callers() {}

    /// Who reported the problem; empty when it was no citizen, or one who gave nothing.
    static Optional<ReporterContact> find(ReportSource source, LocalDate day, int number) {
        var random = random(day, number);
        return switch (source) {
            case HOTLINE, ORDER_12345 ->
                    Optional.of(
                            new ReporterContact(
                                    Dice.chance(random, 0.1) ? "" : name(random), phone(random)));
            case CITIZEN_APP, WECHAT, WEB ->
                    Dice.chance(random, 0.15)
                            ? Optional.empty()
                            : Optional.of(new ReporterContact(name(random), phone(random)));
            case SUPERVISOR, INSPECTION, MEDIA, VIDEO, LEADER, SENSOR, INTERNAL -> Optional.empty();
        };
    }

    /// Seeds that follow each other make a `Random` begin alike; they are mixed first.
    private static Random random(LocalDate day, int number) {
        long seed = (SEED * 31 + day.toEpochDay()) * 10_007 + number;
        return new Random(new SplittableRandom(seed).nextLong());
    }

    private static String name(Random random) {
        return SURNAMES.charAt(random.nextInt(SURNAMES.length())) + Dice.pick(random, GIVEN);
    }

    private static String phone(Random random) {
        return RANGE + "%07d".formatted(random.nextInt(10_000_000));
    }
}
