package cn.jiangxue.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

    private final KeyPair pair = pair();
    private final VerifierKey key = keyOf("jiangxue.example", pair);

    @Test
    void a_head_is_written_and_read_as_c2sp_says() {
        Checkpoint head = new Checkpoint("jiangxue.example/ledger", 3, Reference.leaf(3));

        assertThat(head.text())
                .isEqualTo("jiangxue.example/ledger\n3\n" + Reference.leaf(3).base64() + "\n");
        assertThat(Checkpoint.parse(head.text() + "an extension\n")).isEqualTo(head);
        assertThatThrownBy(() -> Checkpoint.parse("x\n03\n" + Merkle.EMPTY.base64() + "\n"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Checkpoint.parse("x\n3\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint(" ", 3, Merkle.EMPTY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint("x", -1, Merkle.EMPTY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_signature_holds_for_its_text_its_name_and_its_key_only() {
        SignedNote note = signed(head(3));
        SignedNote other = new SignedNote(head(4).text(), note.signatures());

        assertThat(key.signed(SignedNote.parse(note.written()))).isTrue();
        assertThat(key.signed(other)).isFalse();
        assertThat(keyOf("jiangxue.example", pair()).signed(note)).isFalse();
        assertThat(keyOf("elsewhere.example", pair).signed(note)).isFalse();
        assertThat(note.checkpoint()).isEqualTo(head(3));
    }

    @Test
    void a_key_is_written_with_its_id_and_read_back() {
        assertThat(VerifierKey.parse(key.written() + "\n").written()).isEqualTo(key.written());
        assertThat(VerifierKey.parse(key.written()).signed(signed(head(1)))).isTrue();
        assertThat(key.name()).isEqualTo("jiangxue.example");
        assertThatThrownBy(() -> VerifierKey.parse(key.written().replaceFirst("\\+[0-9a-f]{8}", "+00000000")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerifierKey.parse("a+b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VerifierKey("two words", new byte[32]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VerifierKey("a", new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    /** The key that the specification of signed notes shows as its example. */
    @Test
    void the_id_of_a_key_is_the_one_other_programs_work_out() {
        String published = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

        assertThat(VerifierKey.parse(published).written()).isEqualTo(published);
        assertThat(VerifierKey.parse(published).signed(SignedNote.parse("""
                        If you think cryptography is the answer to your problem,
                        then you don't know what your problem is.

                        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                        """))).isTrue();
    }

    @Test
    void heads_stand_one_after_the_other_and_a_torn_last_one_does_not_count() {
        String first = signed(head(1)).written();
        String second = signed(head(2)).written();

        assertThat(SignedNote.parseAll("")).isEmpty();
        assertThat(SignedNote.parseAll(first + second))
                .extracting(note -> note.checkpoint().size())
                .containsExactly(1L, 2L);
        for (int cut = 0; cut < second.length(); cut++) {
            assertThat(SignedNote.parseAll(first + second.substring(0, cut))).hasSize(1);
        }
        assertThatThrownBy(() -> SignedNote.parse(first + second)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SignedNote("no end", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_form_gives_back_the_values_that_were_put_in() {
        CanonicalForm form = new CanonicalForm("sample/1");
        form.line("a", "line\nbreak \\n and \r");
        form.line("absent", null);
        form.line("b", 2);
        form.line("b", 3);

        assertThat(CanonicalForm.name(form.text())).isEqualTo("sample/1");
        assertThat(CanonicalForm.value(form.text(), "a")).hasValue("line\nbreak \\n and \r");
        assertThat(CanonicalForm.values(form.text(), "b")).containsExactly("2", "3");
        assertThat(CanonicalForm.value(form.text(), "absent")).isEmpty();
        assertThat(form.bytes()).isEqualTo(form.text().getBytes(StandardCharsets.UTF_8));
        assertThat(CanonicalForm.name("no line")).isEmpty();
    }

    private static Checkpoint head(int size) {
        return new Checkpoint("jiangxue.example/ledger", size, Reference.root(Reference.leaves(size)));
    }

    private SignedNote signed(Checkpoint head) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(head.text().getBytes(StandardCharsets.UTF_8));
            return new SignedNote(head.text(), List.of(key.signature(signer.sign())));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static VerifierKey keyOf(String name, KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return new VerifierKey(name, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }
}
