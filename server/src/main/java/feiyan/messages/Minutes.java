package feiyan.messages;

/** Of a service that was put right: so many were noted, and so many count now. */
public record Minutes(int was, int now) {}
