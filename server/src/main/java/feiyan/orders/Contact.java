package feiyan.orders;

/** Where and how to reach the recipient. Never logged: prints without its contents. */
public record Contact(String address, String phone) {

    @Override
    public String toString() {
        return "Contact[…]";
    }
}
