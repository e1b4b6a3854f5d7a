package feiyan.web;

import java.util.List;

/** The paths of a module that need no sign-in, as patterns: {@code /sign-in/**}. All others do. */
public interface PublicPaths {

    List<String> patterns();
}
