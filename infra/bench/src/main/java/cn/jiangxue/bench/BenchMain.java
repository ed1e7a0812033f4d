package cn.jiangxue.bench;

import cn.jiangxue.learning.BeatContest;

public final class BenchMain {
    public static void main(String[] args) throws Exception {
        try (Stores stores = Stores.start(false); Subject subject = Subject.start(stores)) {
            Verdict v = Verdict.of(BeatContest.of(subject, Size.QUICK), 5);
            System.out.println(v.ours() + "\n" + v.baseline() + "\n" + v.ratio() + "\n" + v.oursMicros().getValueAtPercentile(50)+ " " + v.oursMicros().getValueAtPercentile(99)+ " " + v.baseMicros().getValueAtPercentile(50));
        }
    }
}
