//! The headers of what pages answer: what a browser may do with it, and for how long.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::Markup;

/// Nothing but this server's style and forms: no script, no frame, no other server.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const SAFE: [(HeaderName, &str); 3] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // An address may hold the code of a ballot.
    (header::REFERRER_POLICY, "no-referrer"),
];

/// A page.
pub fn html(page: &Markup) -> Response {
    let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    safe((kind, page.0.clone()).into_response())
}

/// A file to keep.
pub fn file(name: &str, kind: &'static str, content: impl Into<Body>) -> Response {
    let mut response = Response::new(content.into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    let attached = format!("attachment; filename=\"{name}\"");
    if let Ok(value) = HeaderValue::from_str(&attached) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    // Open data are for other sites' pages too.
    set(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    safe(response)
}

/// Go there.
pub fn found_elsewhere(path: &str) -> Response {
    let mut response = (StatusCode::SEE_OTHER, ()).into_response();
    if let Ok(path) = HeaderValue::from_str(path) {
        response.headers_mut().insert(header::LOCATION, path);
    }
    // Which page it is depends on the browser's language.
    set(response.headers_mut(), header::VARY, "accept-language");
    safe(response)
}

/// May be kept for a minute by anybody on the way.
pub fn cached(mut response: Response) -> Response {
    set(
        response.headers_mut(),
        header::CACHE_CONTROL,
        "public, max-age=60",
    );
    response
}

/// Is kept by nobody, and by no search engine.
pub fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    set(headers, header::CACHE_CONTROL, "no-store");
    set(headers, HeaderName::from_static("x-robots-tag"), "noindex");
    response
}

fn safe(mut response: Response) -> Response {
    for (name, value) in SAFE {
        set(response.headers_mut(), name, value);
    }
    response
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}
