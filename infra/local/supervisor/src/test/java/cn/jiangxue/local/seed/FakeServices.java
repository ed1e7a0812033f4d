package cn.jiangxue.local.seed;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.content.contract.MediaApi.Media;
import cn.jiangxue.content.contract.MediaApi.MediaState;
import cn.jiangxue.content.contract.MediaApi.PartUrl;
import cn.jiangxue.content.contract.MediaApi.Upload;
import cn.jiangxue.content.contract.MediaApi.UploadState;
import cn.jiangxue.contract.AssessmentApi;
import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PlanState;
import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.LearningApi;
import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.Role;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.web.client.RestClientException;

/** The platform in a few maps: keeps what is put by its id and writes down every change asked of it. */
final class FakeServices implements Services {
    static final UUID NATIONAL = UUID.fromString("019b8a00-0000-7000-8000-000000000001");

    final List<String> changes = new ArrayList<>();
    final Map<String, String> passwords = new HashMap<>();
    final Map<UUID, Object> kept = new HashMap<>();
    final Map<UUID, Integer> publishedVersions = new HashMap<>();
    final Map<UUID, Integer> looks = new HashMap<>();
    final Map<UUID, List<String>> captions = new HashMap<>();
    final List<byte[]> parts = new ArrayList<>();
    boolean transcoding = true;
    boolean refusingWork;

    @Override
    public boolean makeFirstAdministrator(IdentityApi.FirstAdministrator wanted) {
        boolean first = passwords.putIfAbsent(wanted.userName(), wanted.password()) == null;
        if (first) {
            changes.add("makeFirstAdministrator");
        }
        return first;
    }

    @Override
    public Optional<SignedIn> signIn(String userName, String password) {
        if (!password.equals(passwords.get(userName))) {
            return Optional.empty();
        }
        return Optional.of(new SignedIn(
                api(IdentityApi.class, userName),
                api(OrganisationApi.class, userName),
                api(CatalogApi.class, userName),
                api(AssessmentApi.class, userName),
                api(LearningApi.class, userName),
                api(PromotionApi.class, userName),
                api(EvaluationApi.class, userName),
                api(MediaApi.class, userName)));
    }

    @Override
    public <T> Optional<T> found(Supplier<T> ask) {
        try {
            return Optional.of(ask.get());
        } catch (NoSuchElementException absent) {
            return Optional.empty();
        }
    }

    @Override
    public void put(URI address, byte[] bytes) {
        parts.add(bytes);
    }

    private <T> T api(Class<T> type, String who) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer(method.getName(), who, arguments)));
    }

    private Object answer(String method, String who, Object[] arguments) {
        return switch (method) {
            case "me" -> me(who);
            case "createPerson" -> person((UUID) arguments[0], (IdentityApi.NewPerson) arguments[1]);
            case "organisation", "person", "question", "paper", "course", "plan" -> existing((UUID) arguments[0]);
            case "saveOrganisation", "saveQuestion", "savePaper" ->
                keep(method, (UUID) arguments[0], placeholder(method));
            case "createCourse" -> course((UUID) arguments[0]);
            case "publish" -> published((UUID) arguments[0]);
            case "openUpload" -> upload((UUID) arguments[0], (MediaApi.NewUpload) arguments[1]);
            case "signParts" -> signed((MediaApi.PartsWanted) arguments[1]);
            case "complete" -> completed((UUID) arguments[0]);
            case "media" -> media((UUID) arguments[0]);
            case "saveCaptions" -> captions((UUID) arguments[0], (String) arguments[1]);
            case "workRecords" ->
                kept.values().stream()
                        .filter(PromotionApi.WorkRecord.class::isInstance)
                        .toList();
            case "saveWorkRecord" ->
                refusingWork ? refused() : work((UUID) arguments[0], (PromotionApi.WorkRecordEdit) arguments[1]);
            case "myEnrolments" -> new Page<>(kept.containsKey(ENROLMENT) ? List.of(new Object()) : List.of(), null);
            case "enrol" -> enrolled();
            case "file" -> keep(method, (UUID) arguments[0], plan((UUID) arguments[0], PlanState.FILED));
            case "nameSupervisors" -> changed(method, kept.get((UUID) arguments[0]));
            case "decide" -> approved((UUID) arguments[0]);
            case "registerRealName", "decideConsent" -> changed(method, null);
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private static final UUID ENROLMENT = new UUID(0, 1);

    private <T> T changed(String what, T answer) {
        changes.add(what);
        return answer;
    }

    private Object existing(UUID id) {
        Object found = id.equals(NATIONAL) ? placeholder("saveOrganisation") : kept.get(id);
        if (found == null) {
            throw new NoSuchElementException();
        }
        return found instanceof CatalogApi.CourseForTrainer ? draft(id) : found;
    }

    private Object keep(String method, UUID id, Object what) {
        if (kept.putIfAbsent(id, what) != null) {
            throw new IllegalStateException(method + " twice for " + id);
        }
        return changed(method, what);
    }

    private static Object placeholder(String method) {
        return switch (method) {
            case "saveOrganisation" -> new OrganisationApi.Organisation(NATIONAL, null, null, null, 1, 0);
            case "saveQuestion" -> new AssessmentApi.Question(NATIONAL, NATIONAL, "", 1, null, Instant.EPOCH);
            default -> new AssessmentApi.Paper(NATIONAL, NATIONAL, 1, null, Instant.EPOCH);
        };
    }

    private static IdentityApi.Me me(String who) {
        IdentityApi.HeldRole role = new IdentityApi.HeldRole(Role.ADMINISTRATOR, NATIONAL, null);
        return new IdentityApi.Me(NATIONAL, NATIONAL, who, who, null, null, List.of(role), List.of(), false);
    }

    private Object person(UUID id, IdentityApi.NewPerson person) {
        passwords.put(person.userName(), person.initialPassword());
        return keep(
                "createPerson",
                id,
                new IdentityApi.PersonView(
                        id, person.userName(), person.displayName(), null, null, List.of(), false, Instant.EPOCH));
    }

    private Object course(UUID id) {
        return keep("createCourse", id, draft(id));
    }

    private CatalogApi.CourseForTrainer draft(UUID id) {
        int version = publishedVersions.getOrDefault(id, 0);
        return new CatalogApi.CourseForTrainer(id, NATIONAL, null, 1, version, false, null, Instant.EPOCH);
    }

    private Object published(UUID id) {
        publishedVersions.merge(id, 1, Integer::sum);
        return changed("publish", draft(id));
    }

    private Upload upload(UUID id, MediaApi.NewUpload upload) {
        UploadState state = kept.containsKey(id) ? UploadState.COMPLETED : UploadState.OPEN;
        return new Upload(
                id,
                upload.kind(),
                state,
                upload.fileName(),
                upload.sizeBytes(),
                1_000_000,
                2,
                List.of(),
                null,
                id,
                Instant.EPOCH);
    }

    private static List<PartUrl> signed(MediaApi.PartsWanted wanted) {
        return wanted.partNumbers().stream()
                .map(number -> new PartUrl(number, "http://127.0.0.1/part/" + number, Instant.EPOCH))
                .toList();
    }

    private Upload completed(UUID id) {
        keep("complete", id, id);
        return upload(id, new MediaApi.NewUpload(MediaApi.UploadKind.VIDEO, "film.mp4", 1, null));
    }

    /** Ready at the second look. */
    private Media media(UUID id) {
        boolean ready = looks.merge(id, 1, Integer::sum) > 1 && transcoding;
        List<MediaApi.Captions> tracks = captions.getOrDefault(id, List.of()).stream()
                .map(language -> new MediaApi.Captions(language, language))
                .toList();
        return new Media(
                id,
                ready ? MediaState.READY : MediaState.RUNNING,
                50,
                null,
                1,
                null,
                "film.mp4",
                1,
                90,
                List.of(),
                tracks,
                null,
                NATIONAL,
                Instant.EPOCH);
    }

    private Object captions(UUID id, String language) {
        captions.computeIfAbsent(id, key -> new ArrayList<>()).add(language);
        return changed("saveCaptions", null);
    }

    private Object work(UUID id, PromotionApi.WorkRecordEdit edit) {
        return keep(
                "saveWorkRecord",
                id,
                new PromotionApi.WorkRecord(id, edit.occupationCode(), edit.employer(), edit.from(), edit.to(), false));
    }

    private Object approved(UUID id) {
        kept.put(id, plan(id, PlanState.APPROVED));
        return changed("decide", kept.get(id));
    }

    private static EvaluationApi.Plan plan(UUID id, PlanState state) {
        return new EvaluationApi.Plan(
                id,
                state,
                false,
                true,
                1,
                NATIONAL,
                null,
                NATIONAL,
                null,
                "",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                null,
                Instant.EPOCH);
    }

    private static Object refused() {
        throw new RestClientException("refused");
    }

    private Object enrolled() {
        keep("enrol", ENROLMENT, ENROLMENT);
        return null;
    }
}
