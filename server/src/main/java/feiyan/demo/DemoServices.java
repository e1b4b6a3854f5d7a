package feiyan.demo;

import org.springframework.stereotype.Component;

/** From the approval to the end of the service: offers, seats, check-in and check-out. */
@Component
class DemoServices {

    /** @param again what happens where somebody was not content with it */
    void approved(World world, Life life, Runnable again) {}
}
