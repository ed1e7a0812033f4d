package cn.jiangxue.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.AuditApi.AuditRecord;
import cn.jiangxue.contract.IdentityApi.Consent;
import cn.jiangxue.contract.IdentityApi.ConsentDecision;
import cn.jiangxue.contract.IdentityApi.ConsentKind;
import cn.jiangxue.contract.IdentityApi.IdentityLookup;
import cn.jiangxue.contract.IdentityApi.Me;
import cn.jiangxue.contract.IdentityApi.NewPerson;
import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.IdentityApi.RealName;
import cn.jiangxue.contract.IdentityApi.UnmaskRequest;
import cn.jiangxue.contract.IdentityApi.Unmasked;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import cn.jiangxue.testing.Site.SignedIn;
import cn.jiangxue.testing.WholeBackend;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** Real names, who sees whom, and what is written down about it, over a real store. */
@WholeBackend
class PeopleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Site site;

    @Autowired
    MongoDatabase database;

    @Test
    void a_real_name_asks_for_consent_first_and_says_why() {
        SignedIn worker = site.person(Role.LEARNER, site.employer());

        var refused = worker.client().put(new RealName("王建国", newNumber()), "/api/me/real-name");

        assertThat(SignInTest.problemType(refused, 409)).endsWith("consent-needed");
    }

    @Test
    void a_real_name_is_kept_sealed_and_shown_masked_everywhere() {
        UUID employer = site.employer();
        SignedIn worker = site.person(Role.LEARNER, employer);
        String number = newNumber();

        Me me = registered(worker, "欧阳建国", number);

        SignedIn administrator = site.person(Role.ADMINISTRATOR, employer);
        String masked = number.substring(0, 3) + "*************" + number.substring(16);
        assertThat(me.identityNumber()).isEqualTo(masked);
        assertThat(bodyOf(worker.client().get("/api/me"))).contains(masked).doesNotContain(number, "欧阳建国");
        assertThat(bodyOf(administrator.client().get("/api/people/{id}", worker.personId())))
                .contains(masked)
                .doesNotContain(number, "欧阳建国");
        assertThat(bodyOf(administrator.client().get("/api/people?organisation={id}", employer)))
                .contains(masked)
                .doesNotContain(number, "欧阳建国");
        assertThat(everythingStored()).isNotEmpty().noneMatch(json -> json.contains(number) || json.contains("欧阳建国"));
    }

    @Test
    void a_real_name_can_be_sent_again_but_not_changed() {
        SignedIn worker = site.person(Role.LEARNER, site.employer());
        String number = newNumber();
        registered(worker, "王建国", number);

        registered(worker, "王建国", number);
        var renamed = worker.client().put(new RealName("王建军", number), "/api/me/real-name");
        var renumbered = worker.client().put(new RealName("王建国", newNumber()), "/api/me/real-name");

        assertThat(SignInTest.problemType(renamed, 409)).endsWith("real-name-fixed");
        assertThat(SignInTest.problemType(renumbered, 409)).endsWith("real-name-fixed");
    }

    @Test
    void a_number_stands_for_one_person_only_until_consent_is_withdrawn() {
        UUID employer = site.employer();
        SignedIn first = site.person(Role.LEARNER, employer);
        SignedIn second = site.person(Role.LEARNER, employer);
        String number = newNumber();
        registered(first, "王建国", number);

        consent(second, ConsentKind.REAL_NAME, true);
        var taken = second.client().put(new RealName("王建国", number), "/api/me/real-name");
        Me withdrawn = consent(first, ConsentKind.REAL_NAME, false);

        assertThat(SignInTest.problemType(taken, 409)).endsWith("identity-number-taken");
        assertThat(withdrawn.identityNumber()).isNull();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> second.client()
                        .put(new RealName("王建国", number), "/api/me/real-name")
                        .expectStatus()
                        .isOk());
    }

    @Test
    void a_mistyped_number_is_refused_and_never_repeated_in_the_answer() {
        SignedIn worker = site.person(Role.LEARNER, site.employer());
        consent(worker, ConsentKind.REAL_NAME, true);
        String number = newNumber();
        String mistyped = number.substring(0, 17) + (number.endsWith("1") ? "2" : "1");

        String answer = worker.client()
                .put(new RealName("王建国", mistyped), "/api/me/real-name")
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(answer).contains("identityNumber").doesNotContain(mistyped);
    }

    @Test
    void an_administrator_finds_their_own_people_by_number_and_the_search_is_on_record() {
        UUID employer = site.employer();
        SignedIn administrator = site.person(Role.ADMINISTRATOR, employer);
        SignedIn elsewhere = site.person(Role.ADMINISTRATOR, site.employer());
        SignedIn worker = site.person(Role.LEARNER, employer);
        String number = newNumber();
        registered(worker, "王建国", number);

        PersonView found = administrator
                .client()
                .post(new IdentityLookup(number.toLowerCase(java.util.Locale.ROOT)), "/api/people/lookups")
                .expectStatus()
                .isOk()
                .expectBody(PersonView.class)
                .returnResult()
                .getResponseBody();

        assertThat(found.personId()).isEqualTo(worker.personId());
        assertThat(found.identityNumber()).doesNotContain(number);
        assertThat(recorded(administrator, "person.looked-up", worker))
                .singleElement()
                .satisfies(record -> assertThat(record.actorId()).isEqualTo(administrator.personId()))
                .satisfies(record -> assertThat(record.facts()).isEmpty());
        elsewhere
                .client()
                .post(new IdentityLookup(number), "/api/people/lookups")
                .expectStatus()
                .isNotFound();
        administrator
                .client()
                .post(new IdentityLookup(newNumber()), "/api/people/lookups")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void each_unmasking_is_on_record_with_who_and_why() {
        UUID employer = site.employer();
        SignedIn administrator = site.person(Role.ADMINISTRATOR, employer);
        SignedIn officer = site.person(Role.RECOGNITION_OFFICER, employer);
        SignedIn worker = site.person(Role.LEARNER, employer);
        String number = newNumber();
        registered(worker, "王建国", number);

        Unmasked clear = unmasked(administrator, worker, "核对纸质档案");
        unmasked(officer, worker, "评审申报材料");

        assertThat(clear.name()).isEqualTo("王建国");
        assertThat(clear.identityNumber()).isEqualTo(number);
        assertThat(clear.dateOfBirth()).isEqualTo(birth(number));
        assertThat(recorded(administrator, "person.unmasked", worker))
                .extracting(record -> record.actorId() + " " + record.facts().get("reason"))
                .containsExactly(officer.personId() + " 评审申报材料", administrator.personId() + " 核对纸质档案");
    }

    @Test
    void an_unmasking_without_a_good_reason_shows_nothing_and_so_records_nothing() {
        UUID employer = site.employer();
        SignedIn administrator = site.person(Role.ADMINISTRATOR, employer);
        SignedIn worker = site.person(Role.LEARNER, employer);
        String number = newNumber();
        registered(worker, "王建国", number);

        unmask(administrator, worker, "看看").expectStatus().isBadRequest();
        unmask(administrator, worker, "核对 " + number).expectStatus().isBadRequest();
        unmask(site.person(Role.TRAINER, employer), worker, "核对纸质档案")
                .expectStatus()
                .isForbidden();

        assertThat(recorded(administrator, "person.unmasked", worker)).isEmpty();
    }

    @Test
    void an_administrator_reaches_their_own_subtree_and_nothing_beside_or_above_it() {
        UUID province = site.organisation(OrganisationKind.UNION_PROVINCE, site.national());
        UUID city = site.organisation(OrganisationKind.UNION_CITY, province);
        UUID otherCity = site.organisation(OrganisationKind.UNION_CITY, province);
        Client ofCity = site.person(Role.ADMINISTRATOR, city).client();
        UUID inCity = site.create(site.newUserName(), Role.LEARNER, city).personId();
        UUID beside = site.create(site.newUserName(), Role.LEARNER, otherCity).personId();
        UUID above = site.create(site.newUserName(), Role.LEARNER, province).personId();

        ofCity.get("/api/people/{id}", inCity).expectStatus().isOk();
        ofCity.get("/api/people/{id}", beside).expectStatus().isNotFound();
        ofCity.get("/api/people/{id}", above).expectStatus().isNotFound();
        ofCity.get("/api/people?organisation={id}", province).expectStatus().isNotFound();
        ofCity.put(newPerson(otherCity), "/api/people/{id}", UUID.randomUUID())
                .expectStatus()
                .isNotFound();
        ofCity.post(null, "/api/people/{id}/password-resets", beside)
                .expectStatus()
                .isNotFound();
        site.person(Role.ADMINISTRATOR, province)
                .client()
                .get("/api/people/{id}", inCity)
                .expectStatus()
                .isOk();
    }

    @Test
    void a_role_is_given_and_taken_inside_the_subtree_only_and_both_are_on_record() {
        UUID employer = site.employer();
        SignedIn administrator = site.person(Role.ADMINISTRATOR, employer);
        String name = site.newUserName();
        UUID worker = site.create(name, Role.LEARNER, employer).personId();

        administrator
                .client()
                .put(null, "/api/people/{id}/roles/TRAINER/{at}", worker, employer)
                .expectStatus()
                .isOk();
        administrator
                .client()
                .put(null, "/api/people/{id}/roles/TRAINER/{at}", worker, site.employer())
                .expectStatus()
                .isNotFound();
        SignedIn trainer = site.signIn(name, Site.PASSWORD);
        trainer.client().get("/api/courses").expectStatus().isOk();
        PersonView left = administrator
                .client()
                .delete("/api/people/{id}/roles/TRAINER/{at}", worker, employer)
                .expectStatus()
                .isOk()
                .expectBody(PersonView.class)
                .returnResult()
                .getResponseBody();

        assertThat(left.roles()).extracting(held -> held.role()).containsExactly(Role.LEARNER);
        site.signIn(name, Site.PASSWORD)
                .client()
                .get("/api/courses")
                .expectStatus()
                .isForbidden();
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(recorded(administrator, "person.role-given", trainer)).hasSize(1);
            assertThat(recorded(administrator, "person.role-taken", trainer)).hasSize(1);
        });
    }

    @Test
    void nobody_takes_over_who_holds_an_office_beyond_their_reach() {
        UUID employer = site.employer();
        UUID other = site.employer();
        Client administrator = site.person(Role.ADMINISTRATOR, employer).client();
        UUID both = site.create(site.newUserName(), Role.TRAINER, employer).personId();
        site.administrator()
                .client()
                .put(null, "/api/people/{id}/roles/TRAINER/{at}", both, other)
                .expectStatus()
                .isOk();

        administrator.get("/api/people/{id}", both).expectStatus().isOk();
        administrator
                .post(null, "/api/people/{id}/password-resets", both)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void an_administrator_can_not_give_away_their_own_administration() {
        UUID employer = site.employer();
        SignedIn administrator = site.person(Role.ADMINISTRATOR, employer);

        var refused = administrator
                .client()
                .delete("/api/people/{id}/roles/ADMINISTRATOR/{at}", administrator.personId(), employer);

        assertThat(SignInTest.problemType(refused, 409)).endsWith("own-administration");
    }

    @Test
    void consent_is_kept_by_version_and_every_decision_stays_on_record() {
        SignedIn worker = site.person(Role.LEARNER, site.employer());

        consent(worker, ConsentKind.STUDY_RECORD, true);
        consent(worker, ConsentKind.STUDY_RECORD, false);
        Me me = consent(worker, ConsentKind.STUDY_RECORD, true);
        var otherWording =
                worker.client().put(new ConsentDecision(99, true), "/api/me/consents/{kind}", ConsentKind.STUDY_RECORD);

        Consent standing = of(me, ConsentKind.STUDY_RECORD);
        assertThat(standing.givenVersion()).isEqualTo(standing.currentVersion());
        assertThat(standing.decidedAt()).isNotNull();
        assertThat(of(me, ConsentKind.TERMS).decidedAt()).isNull();
        assertThat(SignInTest.problemType(otherWording, 409)).endsWith("changed-meanwhile");
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(recorded(site.administrator(), "consent.given", worker)).hasSize(2);
            assertThat(recorded(site.administrator(), "consent.withdrawn", worker))
                    .hasSize(1);
        });
    }

    private Me registered(SignedIn person, String name, String number) {
        consent(person, ConsentKind.REAL_NAME, true);
        return person.client()
                .put(new RealName(name, number), "/api/me/real-name")
                .expectStatus()
                .isOk()
                .expectBody(Me.class)
                .returnResult()
                .getResponseBody();
    }

    private Me consent(SignedIn person, ConsentKind kind, boolean given) {
        int version = of(person.tokens().me(), kind).currentVersion();
        return person.client()
                .put(new ConsentDecision(version, given), "/api/me/consents/{kind}", kind)
                .expectStatus()
                .isOk()
                .expectBody(Me.class)
                .returnResult()
                .getResponseBody();
    }

    private static Consent of(Me me, ConsentKind kind) {
        return me.consents().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Unmasked unmasked(SignedIn by, SignedIn person, String reason) {
        return unmask(by, person, reason)
                .expectStatus()
                .isOk()
                .expectBody(Unmasked.class)
                .returnResult()
                .getResponseBody();
    }

    private static WebTestClient.ResponseSpec unmask(SignedIn by, SignedIn person, String reason) {
        return by.client().post(new UnmaskRequest(reason), "/api/people/{id}/unmaskings", person.personId());
    }

    /** Newest first. */
    private static List<AuditRecord> recorded(SignedIn reader, String action, SignedIn subject) {
        return reader.client()
                .get("/api/audit?action={action}&subject={subject}", action, "person:" + subject.personId())
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Page<AuditRecord>>() {})
                .returnResult()
                .getResponseBody()
                .items();
    }

    private static String bodyOf(WebTestClient.ResponseSpec response) {
        return response.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    /** Every document of the service, the audit record and waiting events too. */
    private List<String> everythingStored() {
        return Flux.from(database.listCollectionNames())
                .concatMap(
                        name -> database.getCollection(name, BsonDocument.class).find())
                .map(BsonDocument::toJson)
                .collectList()
                .block(PATIENCE);
    }

    private NewPerson newPerson(UUID organisation) {
        return new NewPerson(site.newUserName(), "张三", null, Site.PASSWORD, true, Role.LEARNER, organisation);
    }

    /** A number nobody has: region, a date, a serial number and the check character that belongs to them. */
    private static String newNumber() {
        int n = NUMBERS.incrementAndGet();
        LocalDate born = LocalDate.of(1970, 1, 1).plusDays(n);
        String digits = "110105" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", 100 + n);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    private static LocalDate birth(String number) {
        return LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
    }
}
