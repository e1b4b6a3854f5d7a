package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request as the visitor made it, before the proxy passed it on. */
final class ForwardedRequest extends HttpServletRequestWrapper {

    private final Visitor visitor;

    ForwardedRequest(HttpServletRequest request, Visitor visitor) {
        super(request);
        this.visitor = visitor;
    }

    @Override
    public String getRemoteAddr() {
        return visitor.address();
    }

    @Override
    public String getRemoteHost() {
        return visitor.address();
    }

    @Override
    public String getScheme() {
        return visitor.encrypted() ? "https" : "http";
    }

    @Override
    public boolean isSecure() {
        return visitor.encrypted();
    }

    @Override
    public String getServerName() {
        return visitor.host();
    }

    @Override
    public int getServerPort() {
        return visitor.port();
    }

    @Override
    public StringBuffer getRequestURL() {
        var usual = visitor.port() == (visitor.encrypted() ? 443 : 80);
        var authority = visitor.host() + (usual ? "" : ":" + visitor.port());
        return new StringBuffer(getScheme()).append("://").append(authority).append(getRequestURI());
    }
}
