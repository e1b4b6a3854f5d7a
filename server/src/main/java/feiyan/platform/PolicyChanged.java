package feiyan.platform;

/** A county decided something anew, in this transaction: whatever was computed from it is to be computed again. */
public record PolicyChanged(CountyId county, String key) {}
