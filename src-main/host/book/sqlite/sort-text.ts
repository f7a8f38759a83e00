// SQLite compares text by its UTF-8 bytes, JavaScript by UTF-16 code units; they
// disagree from U+D800 on. Stored sort text writes each unit from there as two
// characters, so that bytes sort as units do; lone surrogates and NUL survive too.

const firstHigh = 0xd8_00;
/** No literal character of sort text is this high, so it starts nothing else. */
const mark = '\uE000';
const firstLow = 0x20;
const high = /[\uD800-\uFFFF]/;

export function toSortText(text: string): string {
  if (!high.test(text)) return text;
  let encoded = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    encoded +=
      unit < firstHigh ? text[at] : mark + String.fromCharCode(unit - firstHigh + firstLow);
  }
  return encoded;
}

export function fromSortText(encoded: string): string {
  if (!encoded.includes(mark)) return encoded;
  let text = '';
  for (let at = 0; at < encoded.length; at += 1) {
    if (encoded[at] === mark) {
      at += 1;
      text += String.fromCharCode(encoded.charCodeAt(at) - firstLow + firstHigh);
    } else text += encoded[at];
  }
  return text;
}
