package feiyan.bench.start;

/** Who plays one need: the three tokens, and what the resident asks for and the desk needs to know. */
record Turn(String resident, String desk, String helper, String volunteer, String project, String station) {}
