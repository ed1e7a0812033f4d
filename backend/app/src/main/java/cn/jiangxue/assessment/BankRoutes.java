package cn.jiangxue.assessment;

import cn.jiangxue.contract.AssessmentApi.Paper;
import cn.jiangxue.contract.AssessmentApi.PaperEdit;
import cn.jiangxue.contract.AssessmentApi.Question;
import cn.jiangxue.contract.AssessmentApi.QuestionEdit;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Question bank and papers over HTTP. */
@RestController
class BankRoutes {

    private final QuestionBank bank;
    private final Papers papers;

    BankRoutes(QuestionBank bank, Papers papers) {
        this.bank = bank;
        this.papers = papers;
    }

    @GetMapping("/api/questions")
    @Access(roles = Role.TRAINER)
    Mono<Page<Question>> questions(
            Caller caller,
            @RequestParam UUID organisation,
            @RequestParam(required = false) @Nullable String occupation,
            @RequestParam(required = false) @Nullable String cursor) {
        return bank.list(caller, organisation, occupation, cursor);
    }

    @GetMapping("/api/questions/{id}")
    @Access(roles = Role.TRAINER)
    Mono<Question> question(Caller caller, @PathVariable UUID id) {
        return bank.find(caller, id);
    }

    @PutMapping("/api/questions/{id}")
    @Access(roles = Role.TRAINER)
    Mono<Question> saveQuestion(Caller caller, @PathVariable UUID id, @RequestBody QuestionEdit edit) {
        return bank.save(caller, id, edit);
    }

    @GetMapping("/api/papers")
    @Access(roles = Role.TRAINER)
    Mono<Page<Paper>> papers(
            Caller caller, @RequestParam UUID organisation, @RequestParam(required = false) @Nullable String cursor) {
        return papers.list(caller, organisation, cursor);
    }

    @GetMapping("/api/papers/{id}")
    @Access(roles = Role.TRAINER)
    Mono<Paper> paper(Caller caller, @PathVariable UUID id) {
        return papers.find(caller, id);
    }

    @PutMapping("/api/papers/{id}")
    @Access(roles = Role.TRAINER)
    Mono<Paper> savePaper(Caller caller, @PathVariable UUID id, @RequestBody PaperEdit edit) {
        return papers.save(caller, id, edit);
    }
}
