// XML that breaks its own rules (tags left open, an end that is missing) written anew so
// that a strict reader takes it. Words and order stay as they are.

import { Parser } from 'htmlparser2';

export function repairXml(text: string): string {
  let out = '';
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const written = Object.entries(attributes)
          .filter(([key]) => /^[\w:.-]+$/.test(key))
          .map(([key, value]) => ` ${key}="${escaped(value).replaceAll('"', '&quot;')}"`);
        out += `<${name}${written.join('')}>`;
      },
      ontext: (words) => {
        out += escaped(words);
      },
      onclosetag: (name) => {
        out += `</${name}>`;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text.replace(/^[^<]*/, '').replace(/<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/i, ''));
  return out;
}

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
