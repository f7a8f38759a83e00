// Lines of version 2.1 and others' habits, as version 3.0 writes them: bare parameters named,
// quoted-printable decoded (RFC 2045 6.7), escapes put where 3.0 wants them.

/** A 2.1 line as 3.0 writes it: bare parameters named, quoted-printable decoded, value escaped. */
export function modernLine(line: string): string {
  const colon = valueStart(line);
  if (colon === -1) return line;
  const [head = '', ...params] = line.slice(0, colon).split(';');
  const value = line.slice(colon + 1);
  const named = params.map((param) =>
    param.includes('=')
      ? param
      : /^(QUOTED-PRINTABLE|BASE64|B|8BIT|7BIT)$/i.test(param)
        ? `ENCODING=${param}`
        : `TYPE=${param}`,
  );
  const find = (name: string) =>
    named
      .find((param) => param.toUpperCase().startsWith(`${name}=`))
      ?.slice(name.length + 1)
      .replace(/^"|"$/g, '');
  const isPrintable = find('ENCODING')?.toUpperCase() === 'QUOTED-PRINTABLE';
  const kept = named.filter(
    (param) => !/^(?:ENCODING=(?:QUOTED-PRINTABLE|[78]BIT)|CHARSET=)/i.test(param),
  );
  const text = isPrintable ? escapeBreaks(decodePrintable(value, find('CHARSET'))) : value;
  return `${[head.trim(), ...kept].join(';')}:${text}`;
}

/** Semicolons keep their meaning as separators; line breaks would end the line. */
const escapeBreaks = (text: string): string =>
  text.replace(/\r\n|\r|\n/g, '\\n').replace(/,/g, '\\,');

/** Position of the colon that ends the parameters, outside double quotes. */
export function valueStart(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at];
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === ':' && !isQuoted) return at;
  }
  return line.indexOf(':');
}

function decodePrintable(text: string, charset: string | undefined): string {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let at = 0; at < text.length; at += 1) {
    const code = text[at] === '=' ? Number.parseInt(text.slice(at + 1, at + 3), 16) : Number.NaN;
    if (/^=[0-9A-Fa-f]{2}/.test(text.slice(at, at + 3))) {
      bytes.push(code);
      at += 2;
    } else bytes.push(...encoder.encode(text[at] ?? ''));
  }
  return decoderOf(charset).decode(new Uint8Array(bytes));
}

function decoderOf(charset = 'utf-8') {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder('utf-8');
  }
}
