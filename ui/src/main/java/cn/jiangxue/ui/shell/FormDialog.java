package cn.jiangxue.ui.shell;

import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A dialog that asks for something and sends it: it closes when the service took it, and shows the refusal when not. */
public class FormDialog extends Dialog {

    private final Div form = new Div();
    private final ProblemNotice problem = new ProblemNotice();

    public FormDialog(String title, Component... content) {
        addClassName("jx-dialog");
        setHeaderTitle(title);
        form.addClassName("jx-form");
        form.add(problem);
        add(form);
        ask(content);
        getFooter().add(Buttons.quiet(Texts.t("parts.cancel"), this::close));
    }

    /** More to fill in, below what is there. */
    public final void ask(Component... content) {
        for (Component each : content) {
            form.addComponentAtIndex(form.getComponentCount() - 1, each);
        }
    }

    /** Fields beside each other where there is room. */
    public static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("jx-form-row");
        return row;
    }

    /** The thing to do. {@code send} may throw what the service refused; {@code done} runs after the dialog closed. */
    public FormDialog sending(String text, Runnable send, Runnable done) {
        return asking(
                text,
                () -> {
                    send.run();
                    return text;
                },
                sent -> done.run());
    }

    /** As {@link #sending}; {@code done} hears what the service answered. */
    public <T> FormDialog asking(String text, Supplier<T> send, Consumer<T> done) {
        getFooter().add(named(Buttons.primary(text, () -> attempt(send, done))));
        return this;
    }

    /** As {@link #asking}, for what cannot be undone. */
    public <T> FormDialog risking(String text, Supplier<T> send, Consumer<T> done) {
        getFooter().add(named(Buttons.danger(text, () -> attempt(send, done))));
        return this;
    }

    private static Button named(Button send) {
        send.setId("dialog-send");
        return send;
    }

    private <T> void attempt(Supplier<T> send, Consumer<T> done) {
        T answer;
        try {
            answer = send.get();
        } catch (Incomplete incomplete) {
            return;
        } catch (RuntimeException refused) {
            problem.show(refused);
            return;
        }
        close();
        done.accept(answer);
    }

    /** Marks what must be filled in and is not, and stops the sending. */
    @SafeVarargs
    public static <F extends Component & HasValue<?, ?> & HasValidation> void demand(F... fields) {
        boolean missing = false;
        for (F field : fields) {
            boolean empty = field.isEmpty();
            field.setErrorMessage(Texts.t("shell.required"));
            field.setInvalid(empty);
            missing |= empty;
        }
        if (missing) {
            throw new Incomplete();
        }
    }

    /** Nothing was sent: the form says what is missing. */
    public static final class Incomplete extends RuntimeException {}
}
