package feiyan.attendance;

/**
 * Six digits as they came to the door.
 *
 * @param scanned by the camera, from the requester's page or the card; else typed
 */
public record DoorCode(String digits, boolean scanned) {

    /** As the table of attendance writes it. */
    String how() {
        return scanned ? "QR" : "CODE";
    }
}
