package cn.jiangxue.promotion;

import cn.jiangxue.contract.SupervisionApi.ActKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** A burst at an institution, put into the store of the whole service: for what reads bursts and cares for no rule. */
public final class BurstStory {

    private static final int ACTS = 21;

    private BurstStory() {}

    /** Its id. */
    public static UUID of(BeanFactory beans, UUID institution, UUID caseId) {
        Bursts bursts = beans.getBean(Bursts.class);
        UUID person = UUID.randomUUID();
        Instant from = Instant.parse("2026-11-20T04:00:00Z");
        for (int i = 0; i < ACTS; i++) {
            bursts.take(new ActTaken(UUID.randomUUID(), ActKind.MARK, person, institution, caseId, from.plusSeconds(i)))
                    .block();
        }
        return BurstDocument.id(institution, person, LocalDate.of(2026, 11, 20));
    }
}
