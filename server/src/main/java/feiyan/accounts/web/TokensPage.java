package feiyan.accounts.web;

import feiyan.accounts.ApiTokenId;
import feiyan.accounts.ApiTokens;
import feiyan.accounts.MadeToken;
import feiyan.accounts.Proof;
import feiyan.accounts.SignedIn;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.Refusal;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import feiyan.web.Viewers;
import feiyan.web.api.ApiScope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys that somebody gave to machines: made for a purpose, shown once, revoked at any time. */
@Controller
@RequestMapping("/tokens")
class TokensPage {

    private static final String PATH = "/tokens";
    private static final String PROOF = "/my-data/proof?next=/tokens";
    private static final String VIEW = "accounts/tokens";
    private static final List<Integer> DAYS = List.of(7, 30, 90, 366);

    private final ApiTokens tokens;
    private final Viewers viewers;
    private final Proof proof;

    TokensPage(ApiTokens tokens, Viewers viewers, Proof proof) {
        this.tokens = tokens;
        this.viewers = viewers;
        this.proof = proof;
    }

    /** What was typed, to be shown again. */
    record Typed(String purpose, Set<ApiScope> scopes, int days) {

        static final Typed NOTHING = new Typed("", Set.of(), 30);
    }

    @GetMapping
    ModelAndView list(Authentication somebody, HttpServletRequest request) {
        return new ModelAndView(VIEW, model(who(somebody), Typed.NOTHING, null))
                .addObject("proven", proof.isFresh(request));
    }

    private Map<String, @Nullable Object> model(SignedIn owner, Typed typed, @Nullable MadeToken made) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("tokens", tokens.of(owner));
        model.put("scopes", ApiScope.openTo(viewers.current().standings()));
        model.put("days", DAYS.stream().filter(days -> days <= tokens.longest()).toList());
        model.put("typed", typed);
        model.put("made", made);
        model.put("proven", true);
        return model;
    }

    /**
     * A machine may go on where a session ends: only for somebody who has just proven who they are. The answer is the
     * page itself, not a way to it: the token is on this one and never again.
     */
    @PostMapping
    ModelAndView make(
            Authentication somebody,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") List<String> scope,
            @RequestParam(defaultValue = "30") int days,
            HttpServletRequest request) {
        if (!proof.isFresh(request)) {
            return Pages.next(PROOF);
        }
        var typed = new Typed(purpose, scopes(scope), days);
        var owner = who(somebody);
        var made = tokens.make(owner, viewers.current().standings(), purpose, typed.scopes(), days);
        return switch (made) {
            case Done<MadeToken>(var token) -> new ModelAndView(VIEW, model(owner, Typed.NOTHING, token));
            case Refused<MadeToken>(var refusal) -> again(refusal, model(owner, typed, null));
        };
    }

    private static Set<ApiScope> scopes(List<String> written) {
        var scopes = EnumSet.noneOf(ApiScope.class);
        written.stream().map(ApiScope::find).flatMap(Optional::stream).forEach(scopes::add);
        return scopes;
    }

    private static ModelAndView again(Refusal refusal, Map<String, @Nullable Object> model) {
        var field = switch (refusal.code()) {
            case "token.purpose" -> "purpose";
            case "token.scopes" -> "scope";
            case "token.days" -> "days";
            default -> "";
        };
        var page = new ModelAndView(VIEW, model);
        if (field.isEmpty()) {
            page.setStatus(HttpStatus.CONFLICT);
            return page.addObject("refusal", refusal);
        }
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject(
                "mistakes",
                new Mistakes()
                        .add(field, "refusal." + refusal.code(), refusal.args().toArray()));
    }

    @PostMapping("/{id}/revocation")
    ModelAndView revoke(Authentication somebody, @PathVariable ApiTokenId id, RedirectAttributes redirect) {
        return switch (tokens.revoke(who(somebody), id)) {
            case Done<ApiTokenId> done -> {
                Notice.done("tokens.revoked").on(redirect);
                yield Pages.next(PATH);
            }
            case Refused<ApiTokenId>(var refusal) -> Pages.refused(refusal, PATH);
        };
    }

    private static SignedIn who(Authentication somebody) {
        return (SignedIn) Objects.requireNonNull(somebody.getPrincipal());
    }
}
