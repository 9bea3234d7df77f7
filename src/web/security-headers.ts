/** Nothing from another host, nothing inline, no frame: pages here need no more (Content Security Policy, level 3). */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers as node:http takes them ready-made: name, value, name, value. */
export type FlatHeaders = readonly string[];

/**
 * The headers that stand on every answer, whatever it is.
 *
 * @param publicUrl the origin readers use; behind TLS browsers are told to come back by TLS only
 * @param referrer what browsers tell other hosts of the page a reader comes from
 * @param policy what the answer itself may load and run
 */
export function securityHeaders(
  publicUrl: string,
  referrer: 'strict-origin-when-cross-origin' | 'same-origin' = 'strict-origin-when-cross-origin',
  policy = CONTENT_SECURITY_POLICY,
): FlatHeaders {
  const transport = publicUrl.startsWith('https:') ? ['Strict-Transport-Security', 'max-age=31536000'] : [];
  return [
    'Content-Security-Policy',
    policy,
    'X-Content-Type-Options',
    'nosniff',
    'X-Frame-Options',
    'DENY',
    'Referrer-Policy',
    referrer,
    'Cross-Origin-Opener-Policy',
    'same-origin',
    'Permissions-Policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...transport,
  ];
}

/**
 * The headers of a picture that somebody uploaded. Shown by a page it can do nothing; opened by itself an SVG is a
 * document, and may then have the styles that it is drawn with and nothing else.
 */
export function pictureHeaders(publicUrl: string): FlatHeaders {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
  return securityHeaders(publicUrl, 'strict-origin-when-cross-origin', policy);
}

/** Lets pages of other origins read an answer, its tag and its date: it is public, and no cookie goes with it. */
export const OPEN_HEADERS: FlatHeaders = [
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Expose-Headers',
  'ETag, Last-Modified',
  'Cross-Origin-Resource-Policy',
  'cross-origin',
];

export const OWN_HEADERS: FlatHeaders = ['Cross-Origin-Resource-Policy', 'same-origin'];

/**
 * The headers that stand on every answer of the admin form. No other host learns even that there is such a page. The
 * policy `no-referrer` would do that too, but under it browsers send `Origin: null` with our own forms (Fetch, section
 * 3.2), and a form that does not say where it comes from is refused.
 */
export function adminHeaders(publicUrl: string): FlatHeaders {
  return [...securityHeaders(publicUrl, 'same-origin'), 'X-Robots-Tag', 'noindex'];
}
