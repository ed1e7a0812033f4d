package cn.jiangxue.proof;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures, as C2SP signed-note writes it: the text, an empty line, a line {@code — name base64} for each signature.
 *
 * @param text ends with a line break
 */
public record SignedNote(String text, List<Signature> signatures) {

    private static final String MARK = "— ";

    /** @param bytes four that name the key, then the signature itself */
    public record Signature(String name, String bytes) {

        String line() {
            return MARK + name + " " + bytes + "\n";
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.contains("\n\n")) {
            throw new IllegalArgumentException("the text of a note ends with a line break and has no empty line");
        }
    }

    public String written() {
        StringBuilder written = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> written.append(signature.line()));
        return written.toString();
    }

    public static SignedNote parse(String written) {
        List<SignedNote> notes = parseAll(written);
        if (notes.size() != 1) {
            throw new IllegalArgumentException("not one signed note but " + notes.size());
        }
        return notes.getFirst();
    }

    /** Notes that stand one after the other. An unfinished one at the end, left by an interrupted write, does not count. */
    public static List<SignedNote> parseAll(String written) {
        List<SignedNote> notes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<Signature> signatures = new ArrayList<>();
        String whole = written.substring(0, written.lastIndexOf('\n') + 1);
        for (String line : whole.split("\n", -1)) {
            if (line.startsWith(MARK) && text.toString().endsWith("\n\n")) {
                signatures.add(signature(line));
                continue;
            }
            if (!signatures.isEmpty()) {
                notes.add(new SignedNote(text.substring(0, text.length() - 1), signatures));
                text.setLength(0);
                signatures.clear();
            }
            text.append(line).append('\n');
        }
        return notes;
    }

    public Checkpoint checkpoint() {
        return Checkpoint.parse(text);
    }

    private static Signature signature(String line) {
        int gap = line.lastIndexOf(' ');
        String bytes = line.substring(gap + 1);
        Base64.getDecoder().decode(bytes);
        return new Signature(line.substring(MARK.length(), Math.max(gap, MARK.length())), bytes);
    }
}
