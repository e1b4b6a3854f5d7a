package feiyan.demo;

import feiyan.accounts.Phone;

/** 199 0000 xxxx, a range set aside here for the demo; nobody is called. */
final class DemoPhones {

    private static final int STAFF = 100;
    private static final int UNITS = 500;
    private static final int RESIDENTS = 1000;
    private static final int VOLUNTEERS = 2000;

    private DemoPhones() {}

    static Phone cast(int number) {
        return phone(number);
    }

    static Phone staff(int number) {
        return phone(STAFF + number);
    }

    static Phone unit(int number) {
        return phone(UNITS + number);
    }

    static Phone resident(int number) {
        return phone(RESIDENTS + number);
    }

    static Phone volunteer(int number) {
        return phone(VOLUNTEERS + number);
    }

    private static Phone phone(int number) {
        return new Phone("1990000%04d".formatted(number));
    }
}
