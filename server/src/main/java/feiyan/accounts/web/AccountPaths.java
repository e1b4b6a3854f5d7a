package feiyan.accounts.web;

import feiyan.web.PublicPaths;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ways in are open to everybody; each page asks for what proves its step. */
@Component
class AccountPaths implements PublicPaths {

    @Override
    public List<String> patterns() {
        return List.of("/sign-in/**", "/staff/sign-in/**", "/staff/totp", "/password-reset/*");
    }
}
