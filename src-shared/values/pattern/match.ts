// Finds a pattern in a text and puts other words in its place. All ways through the pattern
// are followed at once, so the time grows with text and pattern and never runs away, whatever
// they are (Pike's machine, as in RE2).

import { type CharTest, isWordSign, type Node, parsePattern } from './parse.ts';

type Step =
  | { do: 'char'; test: CharTest }
  | { do: 'start' | 'end' | 'edge' | 'no-edge' | 'found' }
  | { do: 'keep'; slot: number }
  | { do: 'go'; to: number }
  /** Both, the first with the better right. */
  | { do: 'split'; to: number; or: number };

export type Pattern = { steps: readonly Step[]; groups: number; ignoresCase: boolean };

/** A pattern of few letters can stand for very many steps. */
const mostSteps = 3_000;

/** Undefined for what is no pattern, or too large a one. */
export function readPattern(text: string, ignoresCase: boolean): Pattern | undefined {
  const parsed = parsePattern(text);
  if (parsed === undefined) return undefined;
  const steps: Step[] = [];
  const isWhole = write(parsed.node, steps);
  steps.push({ do: 'found' });
  return isWhole ? { steps, groups: parsed.groups, ignoresCase } : undefined;
}

/** Finds the text itself. */
export function literalPattern(text: string, ignoresCase: boolean): Pattern {
  const steps: Step[] = Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return { do: 'char', test: { ranges: [[code, code]], isNot: false } };
  });
  return { steps: [...steps, { do: 'found' }], groups: 0, ignoresCase };
}

/** False where it would be too long. */
function write(node: Node, steps: Step[]): boolean {
  if (steps.length > mostSteps) return false;
  switch (node.is) {
    case 'char':
      steps.push({ do: 'char', test: node.test });
      return true;
    case 'all':
      return node.of.every((one) => write(one, steps));
    case 'any':
      return writeAny(node.of, steps);
    case 'group':
      return writeGroup(node, steps);
    case 'repeat':
      return writeRepeat(node, steps);
    default:
      steps.push({ do: node.is });
      return true;
  }
}

function writeGroup({ of, group }: Extract<Node, { is: 'group' }>, steps: Step[]): boolean {
  if (group === undefined) return write(of, steps);
  steps.push({ do: 'keep', slot: group * 2 });
  const isWhole = write(of, steps);
  steps.push({ do: 'keep', slot: group * 2 + 1 });
  return isWhole;
}

function writeAny(of: readonly Node[], steps: Step[]): boolean {
  const ends: { do: 'go'; to: number }[] = [];
  for (const [at, one] of of.entries()) {
    const isLast = at === of.length - 1;
    const split = { do: 'split' as const, to: steps.length + 1, or: 0 };
    if (!isLast) steps.push(split);
    if (!write(one, steps)) return false;
    if (isLast) continue;
    const end = { do: 'go' as const, to: 0 };
    ends.push(end);
    steps.push(end);
    split.or = steps.length;
  }
  for (const end of ends) end.to = steps.length;
  return true;
}

function writeRepeat(node: Extract<Node, { is: 'repeat' }>, steps: Step[]): boolean {
  const { of, min, max, isLazy } = node;
  for (let time = 0; time < min; time++) if (!write(of, steps)) return false;
  const splits: { do: 'split'; to: number; or: number }[] = [];
  const fork = (): void => {
    const split = { do: 'split' as const, to: steps.length + 1, or: steps.length + 1 };
    splits.push(split);
    steps.push(split);
  };
  if (max === Infinity) {
    const again = steps.length;
    fork();
    if (!write(of, steps)) return false;
    steps.push({ do: 'go', to: again });
  } else
    for (let time = min; time < max; time++) {
      fork();
      if (!write(of, steps)) return false;
    }
  for (const split of splits) {
    if (isLazy) split.to = steps.length;
    else split.or = steps.length;
  }
  return true;
}

/** Where it stands: start and end of the whole, then of each group; -1 where a group is not used. */
type Found = readonly number[];
type Way = { step: number; slots: number[] };
/** Steps that may still be taken; below zero it was too much. */
type Budget = { left: number };

/** Of one text: a tenth of a second or so. */
const mostTaken = 2_000_000;

function findFrom(
  pattern: Pattern,
  chars: readonly string[],
  from: number,
  budget: Budget,
): Found | undefined {
  const { steps, groups } = pattern;
  const seen = new Int32Array(steps.length).fill(-1);
  let found: Found | undefined;
  let ways: Way[] = [];
  for (let at = from; at <= chars.length && budget.left >= 0; at++) {
    const here: Way[] = [];
    for (const way of ways) follow(pattern, chars, at, way.step, way.slots, seen, here);
    // What begins further on counts only while nothing was found.
    if (found === undefined) {
      const slots = Array.from({ length: groups * 2 + 2 }, () => -1);
      slots[0] = at;
      follow(pattern, chars, at, 0, slots, seen, here);
    }
    budget.left -= 1 + here.length;
    const next: Way[] = [];
    for (const { step: number, slots } of here) {
      const step = steps[number];
      if (step?.do === 'found') {
        found = slots.with(1, at);
        break;
      }
      const char = chars[at];
      if (step?.do === 'char' && char !== undefined && passes(pattern, step.test, char))
        next.push({ step: number + 1, slots });
    }
    if (next.length === 0 && found !== undefined) return found;
    ways = next;
  }
  return found;
}

/** Adds what can be reached without a further letter, the best way first; each step once. */
function follow(
  { steps }: Pattern,
  chars: readonly string[],
  at: number,
  first: number,
  given: number[],
  seen: Int32Array,
  into: Way[],
): void {
  const open: Way[] = [{ step: first, slots: given }];
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    const { step: number, slots } = way;
    if (seen[number] === at) continue;
    seen[number] = at;
    const step = steps[number];
    switch (step?.do) {
      case 'go':
        open.push({ step: step.to, slots });
        break;
      case 'split':
        open.push({ step: step.or, slots }, { step: step.to, slots });
        break;
      case 'keep':
        open.push({ step: number + 1, slots: slots.with(step.slot, at) });
        break;
      case 'start':
      case 'end':
      case 'edge':
      case 'no-edge':
        if (isAt(step.do, chars, at)) open.push({ step: number + 1, slots });
        break;
      default:
        into.push(way);
    }
  }
}

function isAt(
  what: 'start' | 'end' | 'edge' | 'no-edge',
  chars: readonly string[],
  at: number,
): boolean {
  if (what === 'start') return at === 0;
  if (what === 'end') return at === chars.length;
  const isEdge = isWordSign(chars[at - 1] ?? ' ') !== isWordSign(chars[at] ?? ' ');
  return isEdge === (what === 'edge');
}

function passes({ ignoresCase }: Pattern, { ranges, isNot }: CharTest, char: string): boolean {
  const isIn = (one: string): boolean => {
    const code = one.codePointAt(0) ?? 0;
    return ranges.some(([from, to]) => code >= from && code <= to);
  };
  const isHit = isIn(char) || (ignoresCase && (isIn(lower(char)) || isIn(upper(char))));
  return isHit !== isNot;
}

/** Letters that become several are only themselves. */
const lower = (char: string): string => single(char.toLowerCase(), char);
const upper = (char: string): string => single(char.toUpperCase(), char);
const single = (turned: string, char: string): string =>
  Array.from(turned).length === 1 ? turned : char;

/**
 * Every place of it replaced. With `hasGroups` `$1` to `$9` in `by` stand for what a group
 * found, `$&` for all of it and `$$` for a dollar. Undefined where the text is too long for
 * the pattern.
 */
export function replaceAll(
  pattern: Pattern,
  text: string,
  by: string,
  hasGroups: boolean,
): string | undefined {
  const chars = Array.from(text);
  const budget = { left: mostTaken };
  let [replaced, at, copied] = ['', 0, 0];
  while (at <= chars.length) {
    const found = findFrom(pattern, chars, at, budget);
    if (budget.left < 0) return undefined;
    if (found === undefined) break;
    const [start = 0, end = 0] = found;
    const between = chars.slice(copied, start).join('');
    replaced += between + (hasGroups ? filled(by, chars, found) : by);
    copied = end;
    // Where nothing was taken the next one begins a letter further on.
    at = end > start ? end : end + 1;
  }
  return replaced + chars.slice(copied).join('');
}

const filled = (by: string, chars: readonly string[], found: Found): string =>
  by.replace(/\$([$&1-9])/g, (written, sign: string) => {
    if (sign === '$') return '$';
    const group = sign === '&' ? 0 : Number(sign);
    const [start, end] = [found[group * 2], found[group * 2 + 1]];
    if (start === undefined || end === undefined) return written;
    return start < 0 || end < 0 ? '' : chars.slice(start, end).join('');
  });
