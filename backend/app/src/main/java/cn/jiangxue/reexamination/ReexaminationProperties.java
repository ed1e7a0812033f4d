package cn.jiangxue.reexamination;

import cn.jiangxue.reexamination.rules.Lot;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator may set.
 *
 * @param shareBasisPoints of 10,000 approved grades so many are drawn; 500 unless set. Holds for periods whose seed is committed to from then on
 */
@ConfigurationProperties("jiangxue.reexamination")
record ReexaminationProperties(@Nullable Integer shareBasisPoints) {

    private static final int USUAL = 500;

    ReexaminationProperties {
        if (shareBasisPoints != null && (shareBasisPoints < 0 || shareBasisPoints > Lot.TICKETS)) {
            throw new IllegalArgumentException("the share is 0 to 10000 basis points, not " + shareBasisPoints);
        }
    }

    int share() {
        return shareBasisPoints == null ? USUAL : shareBasisPoints;
    }
}
