package feiyan.platform;

import java.util.List;

/** The counties that live in this installation. Jobs go through them one by one: no statement spans counties. */
@FunctionalInterface
public interface Tenants {

    List<CountyId> all();
}
