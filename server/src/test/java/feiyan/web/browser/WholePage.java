package feiyan.web.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * A page in which nothing is looked for before all of it is there. A click comes back as soon as the next page begins
 * to arrive; whoever counts at that moment, on a busy machine, counts half a page.
 */
final class WholePage {

    private WholePage() {}

    static Page of(Page page) {
        return (Page) Proxy.newProxyInstance(
                Page.class.getClassLoader(), new Class<?>[] {Page.class}, (proxy, asked, with) -> {
                    if (looksForSomething(asked)) {
                        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
                    }
                    return answer(page, asked, with);
                });
    }

    private static boolean looksForSomething(Method asked) {
        return asked.getName().equals("locator") || asked.getName().startsWith("getBy");
    }

    private static Object answer(Page page, Method asked, Object[] with) throws Throwable {
        try {
            return asked.invoke(page, with);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
