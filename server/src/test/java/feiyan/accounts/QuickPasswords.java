package feiyan.accounts;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Argon2id as always, but with little memory and one pass: each test's county has people with passwords, and a third of
 * the time of many tests went into hashing them. What the product itself takes has its own test.
 */
public final class QuickPasswords implements BeanPostProcessor {

    private static final int KIBIBYTES = 8;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PasswordHashes ? new PasswordHashes(PasswordHashes.encoder(KIBIBYTES, 1)) : bean;
    }
}
