package feiyan.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** The elder view's sizes, measured in the page: text of 18 px, targets of 60 by 60. */
public final class ElderRules {

    /** A label carries its radio button or tick box; a link in running text is text. */
    private static final String TOO_SMALL = """
            () => {
              const shown = e => e.checkVisibility() && e.getClientRects().length > 0 && !e.closest('.unseen');
              const targets = [...document.querySelectorAll('button, summary, .tool, .button, .tile, .nav a, .tabs a, .item, '
                + 'label.choice, label.tick, .score label, input:not([type=radio]):not([type=checkbox]), select, textarea')];
              const small = targets.filter(shown).filter(e => {
                const box = e.getBoundingClientRect();
                return e.type !== 'hidden' && (box.height < 59.5 || box.width < 59.5);
              });
              const texts = [...document.querySelectorAll('main *')].filter(shown).filter(e =>
                [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())
                && !e.closest('svg') && !e.closest('.bell') && parseFloat(getComputedStyle(e).fontSize) < 18);
              return [...small, ...texts].map(e => e.outerHTML.slice(0, 160));
            }""";

    private ElderRules() {}

    public static void hold(Page page, String name) {
        assertThat((List<?>) page.evaluate(TOO_SMALL))
                .as("%s: too small for the elder view", name)
                .isEmpty();
    }
}
