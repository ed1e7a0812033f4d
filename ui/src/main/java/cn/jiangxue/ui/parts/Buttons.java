package cn.jiangxue.ui.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Buttons in the three weights the site knows. */
public final class Buttons {

    private Buttons() {}

    /** At most one in a page or dialog. Disabled from the click until the answer, so that a second tap sends nothing twice. */
    public static Button primary(String text, Runnable action) {
        Button button = plain(text, action);
        button.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        return button;
    }

    public static Button plain(String text, Runnable action) {
        Button button = new Button(text);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                action.run();
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }

    public static Button quiet(String text, Runnable action) {
        Button button = plain(text, action);
        button.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        return button;
    }

    public static Button danger(String text, Runnable action) {
        Button button = plain(text, action);
        button.addThemeVariants(ButtonVariant.AURA_DANGER);
        return button;
    }

    /** A picture alone; {@code name} is what screen readers say and what shows on hover. */
    public static Button icon(Icon icon, String name, Runnable action) {
        Button button = quiet("", action);
        button.setIcon(icon.svg());
        button.setAriaLabel(name);
        button.setTooltipText(name);
        button.addClassName("jx-icon-button");
        return button;
    }
}
