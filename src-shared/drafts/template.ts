// A text with places to fill in: {{given}}, {{given|"there"}} with what stands there instead
// where nothing is known, and parts that are only said where something is known:
// {{#if promise}}…{{else}}…{{/if}}. Read into a tree and filled in from it; nothing in a text
// is ever run.

export type Node =
  | { type: 'text'; text: string }
  | { type: 'value'; name: string; instead?: string; from: number; to: number }
  | { type: 'if'; name: string; yes: Node[]; no: Node[]; from: number; to: number };

/** unknown: nothing is called so. open: a part that does not end, or an end of nothing. */
export type Fault = { what: 'unknown' | 'open'; name: string; from: number; to: number };

export type Template = { nodes: Node[]; faults: Fault[] };

const place = /\{\{\s*(#if\s+[^{}|]+?|else|\/if|[^{}|#/][^{}|]*?)\s*(?:\|\s*"([^"{}]*)"\s*)?\}\}/gu;

type Open = { name: string; from: number; yes: Node[]; no: Node[]; isElse: boolean };

/** `isKnown`: whether a place of that name can be filled in. */
export function readTemplate(text: string, isKnown: (name: string) => boolean): Template {
  const top: Node[] = [];
  const open: Open[] = [];
  const faults: Fault[] = [];
  const into = (): Node[] => {
    const last = open.at(-1);
    if (last === undefined) return top;
    return last.isElse ? last.no : last.yes;
  };
  const plain = (from: number, to: number): void => {
    if (to > from) into().push({ type: 'text', text: text.slice(from, to) });
  };
  let done = 0;
  for (const match of text.matchAll(place)) {
    const [whole, said = '', instead] = match;
    const from = match.index;
    const to = from + whole.length;
    plain(done, from);
    done = to;
    const name = said.replace(/^#if\s+/u, '');
    if (said === 'else') {
      const last = open.at(-1);
      if (last === undefined || last.isElse) faults.push({ what: 'open', name, from, to });
      else last.isElse = true;
    } else if (said === '/if') {
      const last = open.pop();
      if (last === undefined) faults.push({ what: 'open', name, from, to });
      else into().push({ ...ifOf(last), to });
    } else {
      if (!isKnown(name)) faults.push({ what: 'unknown', name, from, to });
      if (name === said)
        into().push({
          type: 'value',
          name,
          from,
          to,
          ...(instead === undefined ? {} : { instead }),
        });
      else open.push({ name, from, yes: [], no: [], isElse: false });
    }
  }
  plain(done, text.length);
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    faults.push({ what: 'open', name: last.name, from: last.from, to: text.length });
    into().push({ ...ifOf(last), to: text.length });
  }
  return { nodes: top, faults: faults.toSorted((a, b) => a.from - b.from) };
}

const ifOf = ({ name, from, yes, no }: Open) => ({ type: 'if', name, from, yes, no }) as const;

/** Left where they were not understood or are not known. */
export const hasPlaces = (text: string): boolean => /\{\{[^{}]*\}\}/u.test(text);

export type Filled = {
  text: string;
  /** Places for which nothing is known and nothing stands instead. */ missing: string[];
};

/** `valueOf`: undefined or '' where nothing is known. A missing place is left as it was written. */
export function fillIn({ nodes }: Template, valueOf: (name: string) => string | undefined): Filled {
  const missing = new Set<string>();
  const known = (name: string): string => (valueOf(name) ?? '').trim();
  const say = (some: readonly Node[]): string =>
    some
      .map((node) => {
        if (node.type === 'text') return node.text;
        if (node.type === 'if') return say(known(node.name) === '' ? node.no : node.yes);
        const value = known(node.name);
        if (value !== '') return value;
        if (node.instead === undefined) missing.add(node.name);
        return node.instead ?? `{{${node.name}}}`;
      })
      .join('');
  const text = say(nodes);
  return { text, missing: [...missing] };
}
