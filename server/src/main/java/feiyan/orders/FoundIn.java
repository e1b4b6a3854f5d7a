package feiyan.orders;

/** Where in an order the words of a search were found. */
public enum FoundIn {
    NEED,
    RECIPIENT,
    PROJECT,
    STATION,
    NUMBER,
    PHONE
}
