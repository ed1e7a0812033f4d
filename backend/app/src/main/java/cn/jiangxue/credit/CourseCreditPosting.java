package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.credit.rules.Award;
import cn.jiangxue.credit.rules.CourseCredit;
import cn.jiangxue.credit.rules.CourseCredit.Course;
import cn.jiangxue.credit.rules.CourseCredit.Worth;
import cn.jiangxue.credit.rules.Decision;
import cn.jiangxue.credit.rules.Posting;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.TransferRule;
import cn.jiangxue.outcome.OutcomeAttained;
import cn.jiangxue.platform.EventMeta;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears of outcomes and posts what passed courses are worth by the rule version of the day they were passed. */
@Component
class CourseCreditPosting {

    private static final Logger LOG = LoggerFactory.getLogger(CourseCreditPosting.class);

    private final Standards standards;
    private final CreditLedger ledger;

    CourseCreditPosting(Standards standards, CreditLedger ledger) {
        this.standards = standards;
        this.ledger = ledger;
    }

    /** Completes when the entry is durable, was posted before, or nothing is due. */
    Mono<Void> hear(OutcomeAttained outcome, EventMeta meta) {
        return Mono.justOrEmpty(posting(outcome, meta))
                .flatMap(ledger::post)
                .doOnNext(decision -> noteUnposted(outcome, decision))
                .then();
    }

    /** Told again after the wording of a rule changed, it reads otherwise; what was posted first stays. */
    private static void noteUnposted(OutcomeAttained outcome, Decision decision) {
        if (!(decision instanceof Decision.Append || decision instanceof Decision.AlreadyPosted)) {
            LOG.warn("outcome {} was not posted: {}", outcome.outcomeId(), decision);
        }
    }

    private Optional<Posting> posting(OutcomeAttained outcome, EventMeta meta) {
        if (outcome.type() != OutcomeType.COURSE) {
            return Optional.empty();
        }
        Optional<TransferRule> rule =
                standards.transferRule(cn.jiangxue.frameworks.OutcomeType.COURSE, outcome.attainedOn());
        if (rule.isEmpty()) {
            LOG.warn("no transfer rule is in force on {} for outcome {}", outcome.attainedOn(), outcome.outcomeId());
        }
        return rule.flatMap(inForce -> posting(outcome, meta, inForce));
    }

    private static Optional<Posting> posting(OutcomeAttained outcome, EventMeta meta, TransferRule rule) {
        Course course = new Course(outcome.classHours(), outcome.scorePercent(), outcome.attainedOn());
        Worth worth = CourseCredit.worth(course, rule);
        if (!worth.isSomething()) {
            LOG.info("outcome {} earns no credit under {}@{}", outcome.outcomeId(), rule.id(), rule.version());
            return Optional.empty();
        }
        LocalText title = outcome.title();
        Posting deposit = Posting.deposit(
                new LearnerId(outcome.learnerId()),
                "event:" + meta.eventId(),
                new Award(new OutcomeId(outcome.outcomeId()), "occupation:" + outcome.occupationCode()),
                worth.amount(),
                outcome.occupationCode(),
                CourseCredit.pin(rule),
                new LocalText("修完课程《%s》".formatted(title.zh()), "Completed the course “%s”".formatted(title.en())),
                worth.steps());
        return Optional.of(deposit.until(CourseCredit.usableUntil(course, rule)));
    }
}
