// Whether a text is an address on the web, or of anything else that a link can open.

/** `example.com/about`, as people write it. */
const bare =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]+(?::\d+)?(?:[/?#]\S*)?$/u;
const withScheme = /^[a-z][a-z\d+.-]*:\S+$/i;

export function isWebAddress(text: string): boolean {
  const written = text.trim();
  return bare.test(written) || (withScheme.test(written) && URL.canParse(written));
}
