package feiyan.platform;

import java.util.List;

/** The sealed columns of a module. A test compares all of them with the schema: none is forgotten by a rotation. */
public interface SealedColumns {

    List<SealedColumn> sealed();
}
