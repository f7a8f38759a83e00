// What the page may do, the same in both shells: nothing from elsewhere, no script
// but ours, no frame around it. Styles may be inline because Mantine and Tiptap write
// <style> elements; with images and connections held to ourselves, an injected style
// has nowhere to send what it sees.

export function contentSecurityPolicy(connect: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self'",
    "manifest-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Of threads that take in hostile files: they reach nothing, also not us, and hear and answer the
 * page alone. Decoders of pictures in PDFs are WebAssembly.
 */
const policyOfAlone = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

/** `isAlone`: a script that is such a thread. */
export function pageHeaders(connect: readonly string[], isAlone = false): Record<string, string> {
  return {
    'Content-Security-Policy': isAlone ? policyOfAlone : contentSecurityPolicy(connect),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(), geolocation=(), usb=(), serial=(), hid=(), payment=(), display-capture=()',
  };
}
