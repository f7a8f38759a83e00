// XML that breaks its own rules (tags left open, an end that is missing), rewritten so
// that a strict reader takes it. Words and order stay as they are.

import { Parser } from 'htmlparser2';

import { parseInPieces } from './in-pieces.ts';

export function repairXml(text: string): string {
  let out = '';
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        const written = Object.entries(attributes)
          .filter(([key]) => /^[\w:.-]+$/.test(key))
          .map(([key, value]) => ` ${key}="${escaped(value).replaceAll('"', '&quot;')}"`);
        out += `<${name}${written.join('')}>`;
      },
      ontext: (words) => {
        out += escaped(words);
      },
      onclosetag: (name) => {
        depth -= 1;
        out += `</${name}>`;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parseInPieces(parser, withoutDoctype(text.slice(Math.max(0, text.indexOf('<')))), () => depth);
  return out;
}

/** By hand: a pattern for it takes for ever on one that never ends. */
function withoutDoctype(xml: string): string {
  const at = xml.search(/<!DOCTYPE/i);
  if (at === -1) return xml;
  const bracket = xml.indexOf('[', at);
  const plainEnd = xml.indexOf('>', at);
  const hasSubset = bracket !== -1 && bracket < plainEnd;
  const close = hasSubset ? xml.indexOf(']', bracket) : at;
  const end = close === -1 ? -1 : xml.indexOf('>', close);
  return end === -1 ? xml : xml.slice(0, at) + xml.slice(end + 1);
}

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
