package feiyan.web;

/** Tells who looks at the page of the current request; one module offers it. Asked once per request. */
public interface Viewers {

    Viewer current();
}
