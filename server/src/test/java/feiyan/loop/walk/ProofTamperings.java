package feiyan.loop.walk;

import java.util.stream.Stream;

/** Proofs of what had not been, proofs that counted, proofs of which nobody or everybody was told. */
final class ProofTamperings {

    private ProofTamperings() {}

    static Stream<Tampering> all() {
        return Stream.of(proofs(), counted(), told()).flatMap(each -> each);
    }

    private static Stream<Tampering> proofs() {
        var law = "a proof is of a time that had passed, and there are five of a seat at most";
        return Stream.of(
                Tampering.of(law, "there are six", proof("s.ends", "s.ends", "= 'SERVED'", 6)),
                Tampering.of(
                                law,
                                "one left before coming",
                                proof("s.starts - interval '1 minute'", "s.ends", "= 'SERVED'", 1))
                        .against("attendance_proof_check"),
                Tampering.of(law, "one tells of a going that is to come", proof("s.ends", "s.starts", "= 'SERVED'", 1)),
                Tampering.of(
                        law,
                        "one tells of a coming that is to come",
                        proof("null::timestamptz", "s.starts - interval '1 minute'", "= 'SERVED'", 1)));
    }

    private static Stream<Tampering> counted() {
        var law = "whoever came or left counts from when that was said at the door, whatever a proof says";
        return Stream.of(
                Tampering.of(law, "the coming was made earlier", attendance("in_at = in_at - interval '5 minutes'")),
                Tampering.of(law, "the going was made later", attendance("out_at = out_at + interval '5 minutes'")));
    }

    private static Stream<Tampering> told() {
        var law = "the unit is told once of a proof whose seat was given away, and of no other";
        return Stream.of(
                Tampering.of(
                        law,
                        "it was not told",
                        proof(
                                "null::timestamptz",
                                "timestamptz '2040-01-01'",
                                "in ('GIVEN_BACK', 'RELEASED', 'NO_SHOW')",
                                1)),
                Tampering.of(law, "it was told twice", told("in ('GIVEN_BACK', 'RELEASED', 'NO_SHOW')", 2)),
                Tampering.of(law, "it was told of a seat that is kept", told("= 'SERVED'", 1)));
    }

    private static String proof(String out, String handedIn, String seat, int times) {
        return """
                insert into attendance_proof (county_id, id, seat_id, in_at, out_at, how, handed_in_at)
                select s.county_id, gen_random_uuid(), s.id, s.starts, %s, 'CODE', %s
                from (select * from seat where state %s order by id limit 1) s, generate_series(1, %d)
                """.formatted(out, handedIn, seat, times);
    }

    private static String attendance(String change) {
        return """
                update attendance set %s where (county_id, seat_id) = (
                  select a.county_id, a.seat_id from attendance a
                  join seat_event e on e.county_id = a.county_id and e.seat_id = a.seat_id and e.command = 'check_out'
                  order by a.seat_id limit 1)
                """.formatted(change);
    }

    private static String told(String seat, int times) {
        return """
                with proof as (%s returning county_id, id, handed_in_at)
                insert into outbox (county_id, id, kind, subject_id, subject_version, at, not_before)
                select county_id, gen_random_uuid(), 'attendance.proof_after_all', id, 1, handed_in_at, handed_in_at
                from proof, generate_series(1, %d)
                """.formatted(proof("null::timestamptz", "timestamptz '2040-01-01'", seat, 1), times);
    }
}
