package feiyan.web;

import java.util.List;

/** The entries that a module adds to the main navigation. Showing one allows nothing: the page decides for itself. */
public interface Navigation {

    List<NavEntry> entriesFor(Viewer viewer);
}
