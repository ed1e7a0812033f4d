package cn.jiangxue.recognition.rules;

import cn.jiangxue.contract.RecognitionApi.Stage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a case stands, with the last civil day on which its next step is in time. */
public sealed interface State {

    Stage stage();

    /** The last day to act; null where nobody has to. */
    default @Nullable LocalDate due() {
        return null;
    }

    /** Officers look at it (审核). */
    record Reviewing(LocalDate due) implements State {
        @Override
        public Stage stage() {
            return Stage.REVIEWING;
        }
    }

    /**
     * The applicant was asked for more (补正); the time it takes does not count against the officers.
     *
     * @param left working days that officers had left when they asked
     */
    record Supplementing(LocalDate due, int left) implements State {
        @Override
        public Stage stage() {
            return Stage.SUPPLEMENTING;
        }
    }

    /** Everybody may see what is meant to be granted, and object until the day is over (公示). */
    record Publicised(LocalDate due) implements State {
        @Override
        public Stage stage() {
            return Stage.PUBLICISED;
        }
    }

    /** An officer has to decide. */
    record Deciding(LocalDate due) implements State {
        @Override
        public Stage stage() {
            return Stage.DECIDING;
        }
    }

    /** Granted; the ledger has yet to write it. */
    record Posting() implements State {
        @Override
        public Stage stage() {
            return Stage.POSTING;
        }
    }

    /** In the ledger and on the register. {@code appealUntil}: null when there is no appeal any more. */
    record Registered(@Nullable LocalDate appealUntil) implements State {
        @Override
        public Stage stage() {
            return Stage.REGISTERED;
        }
    }

    /** {@code appealUntil}: null when there is no appeal any more. */
    record Refused(@Nullable LocalDate appealUntil) implements State {
        @Override
        public Stage stage() {
            return Stage.REFUSED;
        }
    }

    /** The higher body has to rule. */
    record Appealed(LocalDate due) implements State {
        @Override
        public Stage stage() {
            return Stage.APPEALED;
        }
    }

    record Withdrawn() implements State {
        @Override
        public Stage stage() {
            return Stage.WITHDRAWN;
        }
    }
}
