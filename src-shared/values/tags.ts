// Tags, of which a text may list several: separated by commas, semicolons, lines or
// Google's three colons, each perhaps in quotes as Mailchimp writes them.

/** In the order written, without empty ones. */
export const parseTags = (text: string): string[] =>
  text
    .split(/\s*(?:[;,\n]|:::)\s*/)
    .map((tag) => tag.replace(/^"+|"+$/g, '').trim())
    .filter((tag) => tag !== '');
