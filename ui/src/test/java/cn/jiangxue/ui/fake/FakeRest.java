package cn.jiangxue.ui.fake;

import static cn.jiangxue.ui.fake.FakeCatalog.text;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.contract.AuditApi;
import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.MessageApi;
import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The smaller services. */
final class FakeRest {

    private FakeRest() {}

    static class Audit implements AuditApi {
        @Override
        public Page<AuditRecord> search(
                String action, UUID actor, String subject, Instant from, Instant to, String cursor) {
            return new Page<>(
                    List.of(
                            new AuditRecord(
                                    42,
                                    Instant.parse("2026-11-19T03:00:00Z"),
                                    "person.unmasked",
                                    text("查看身份信息", "Identity unmasked"),
                                    UUID.randomUUID(),
                                    "陈静",
                                    FakeIdentity.CITY,
                                    "person:0190a000-0000-7000-8000-000000000001",
                                    Map.of("reason", "核对晋级申报"),
                                    "0af7651916cd43dd8448eb211c80319c"),
                            new AuditRecord(
                                    41,
                                    Instant.parse("2026-11-19T02:00:00Z"),
                                    "course.published",
                                    text("发布课程", "Course published"),
                                    UUID.randomUUID(),
                                    "王芳",
                                    FakeIdentity.PLANT,
                                    "course:" + FakeCatalog.WELDING,
                                    Map.of("version", "2"),
                                    null)),
                    null);
        }
    }

    /** One message, which is read or not. */
    static class Messages implements MessageApi {
        private static final UUID ID = new UUID(9, 32);
        private boolean read;

        private Message only() {
            return new Message(
                    ID,
                    MessageKind.PROMOTION_MORE_ASKED,
                    new UUID(9, 1),
                    text("焊工 中级工（四级）", "Welder, intermediate (level 4)"),
                    FakeIdentity.SCHOOL_NAME,
                    null,
                    Instant.parse("2026-11-19T03:00:00Z"),
                    read);
        }

        @Override
        public Page<Message> messages(String cursor) {
            return new Page<>(List.of(only()), null);
        }

        @Override
        public Unread unread() {
            return new Unread(read ? 0 : 1);
        }

        @Override
        public Message read(UUID id) {
            if (!id.equals(ID)) {
                throw Refusals.notFound();
            }
            read = true;
            return only();
        }

        @Override
        public Unread readUpTo(UUID id) {
            read(id);
            return unread();
        }
    }

    static class Organisations implements OrganisationApi {
        private final Map<UUID, Organisation> all = new LinkedHashMap<>();

        Organisations() {
            UUID national = UUID.fromString("0190a000-0000-7000-8000-00000000c000");
            UUID province = UUID.fromString("0190a000-0000-7000-8000-00000000c009");
            put(new Organisation(
                    national,
                    OrganisationKind.UNION_NATIONAL,
                    text("全国总工会", "National Federation of Trade Unions"),
                    null,
                    1,
                    0));
            put(new Organisation(
                    province,
                    OrganisationKind.UNION_PROVINCE,
                    text("江南省总工会", "Jiangnan Province Federation"),
                    national,
                    1,
                    1));
            put(new Organisation(
                    FakeIdentity.CITY, OrganisationKind.UNION_CITY, FakeIdentity.CITY_NAME, province, 1, 2));
            put(new Organisation(FakeIdentity.PLANT, OrganisationKind.EMPLOYER, FakeIdentity.PLANT_NAME, null, 1, 0));
            put(new Organisation(
                    FakeIdentity.SCHOOL, OrganisationKind.INSTITUTION, FakeIdentity.SCHOOL_NAME, null, 1, 0));
        }

        private void put(Organisation o) {
            all.put(o.id(), o);
        }

        @Override
        public List<Organisation> organisations() {
            return List.copyOf(all.values());
        }

        @Override
        public Organisation organisation(UUID id) {
            return all.get(id);
        }

        @Override
        public Organisation saveOrganisation(UUID id, OrganisationEdit edit) {
            Organisation parent = edit.parentId() == null ? null : all.get(edit.parentId());
            put(new Organisation(
                    id,
                    edit.kind(),
                    edit.name(),
                    edit.parentId(),
                    edit.revision() + 1,
                    parent == null ? 0 : parent.depth() + 1));
            return all.get(id);
        }
    }

    static class Frameworks implements FrameworkApi {
        @Override
        public Framework framework() {
            return new Framework(
                    "sample",
                    1,
                    text("样例资历框架", "Sample framework"),
                    "SAMPLE",
                    new ArrayList<>(),
                    text("16 学时", "16 hours"));
        }

        @Override
        public List<Standard> standards() {
            return List.of();
        }

        @Override
        public Standard standard(String occupationCode) {
            throw Refusals.notFound();
        }

        @Override
        public List<RuleView> rules() {
            return List.of();
        }
    }

    /** Uploads are kept by {@link FakeStore}; a video is ready after a few looks. */
    static class Media implements MediaApi {
        final Map<UUID, NewUpload> uploads = new HashMap<>();
        final Map<UUID, List<Integer>> done = new HashMap<>();
        final Map<UUID, Integer> looks = new HashMap<>();
        final Map<UUID, List<Captions>> captions = new HashMap<>();

        static final long PART = 1 << 20;

        private Upload view(UUID id, UploadState state) {
            NewUpload u = uploads.get(id);
            int parts = (int) Math.max(1, (u.sizeBytes() + PART - 1) / PART);
            return new Upload(
                    id,
                    u.kind(),
                    state,
                    u.fileName(),
                    u.sizeBytes(),
                    PART,
                    parts,
                    done.getOrDefault(id, List.of()),
                    null,
                    state == UploadState.COMPLETED ? id : null,
                    Instant.now().plusSeconds(86400));
        }

        @Override
        public Upload openUpload(UUID id, NewUpload upload) {
            uploads.putIfAbsent(id, upload);
            return view(id, UploadState.OPEN);
        }

        @Override
        public Upload upload(UUID id) {
            return view(id, UploadState.OPEN);
        }

        @Override
        public List<PartUrl> signParts(UUID id, PartsWanted wanted) {
            return wanted.partNumbers().stream()
                    .map(n -> new PartUrl(
                            n, "/fake-store/" + id + "/" + n, Instant.now().plusSeconds(600)))
                    .toList();
        }

        @Override
        public Upload complete(UUID id) {
            return view(id, UploadState.COMPLETED);
        }

        @Override
        public Upload abandon(UUID id) {
            return view(id, UploadState.ABANDONED);
        }

        @Override
        public MediaApi.Media media(UUID id) {
            int look = looks.merge(id, 1, Integer::sum);
            boolean ready = id.equals(FakeCatalog.MEDIA) || look > 6;
            MediaState state = ready ? MediaState.READY : look < 2 ? MediaState.QUEUED : MediaState.RUNNING;
            return new MediaApi.Media(
                    id,
                    state,
                    ready ? 100 : look * 15,
                    look < 2 ? 1 : null,
                    1,
                    null,
                    uploads.containsKey(id) ? uploads.get(id).fileName() : "平板对接焊.mp4",
                    24_000_000,
                    90,
                    ready
                            ? List.of(
                                    new Rendition("720p", 1280, 720, 2_400_000),
                                    new Rendition("540p", 960, 540, 1_200_000),
                                    new Rendition("360p", 640, 360, 600_000))
                            : List.of(),
                    captions.getOrDefault(id, ready ? List.of(new Captions("zh", "中文")) : List.of()),
                    null,
                    FakeIdentity.PLANT,
                    Instant.parse("2026-11-10T02:00:00Z"));
        }

        @Override
        public MediaApi.Media saveCaptions(UUID id, String language, CaptionsEdit edit) {
            captions.put(id, List.of(new Captions("zh", "中文"), new Captions(language, edit.label())));
            return media(id);
        }

        @Override
        public MediaApi.Media retry(UUID id) {
            looks.remove(id);
            return media(id);
        }

        @Override
        public StoredFile file(UUID id) {
            throw Refusals.notFound();
        }

        @Override
        public FileLink openFile(UUID id) {
            throw Refusals.notFound();
        }
    }
}
