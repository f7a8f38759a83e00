// Keys that somebody gave to actions on this laptop, in place of their own: what is pressed as a
// key, which keys are not free, and the file they are carried in.

import { z } from 'zod';

import { settingsSchema } from '../../src-shared/bridge/host-types.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';

/** By the action's id, as `useHotkeys` reads them; empty: it has none. */
export type ChangedKeys = { readonly [action: string]: string };

type Keyed = { id: string; keys?: readonly string[] | undefined };

export function keysOf({ id, keys = [] }: Keyed, changed: ChangedKeys): readonly string[] {
  const own = Object.hasOwn(changed, id) ? changed[id] : undefined;
  if (own === undefined) return keys;
  return own === '' ? [] : [own];
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Undefined while only Shift, Ctrl and the like are down. */
export function keyPressed(event: Pressed): string | undefined {
  if (['Shift', 'Control', 'Meta', 'Alt', 'AltGraph', 'Dead', 'Process'].includes(event.key))
    return undefined;
  // With Alt some keyboards type another letter.
  const typed = event.altKey && /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : event.key;
  const key = typed.length === 1 ? typed.toUpperCase() : typed;
  return [
    ...(event.ctrlKey || event.metaKey ? ['mod'] : []),
    ...(event.altKey ? ['alt'] : []),
    ...(event.shiftKey ? ['shift'] : []),
    key,
  ].join('+');
}

const plain = (key: string): string => key.toLowerCase();

export const isSameKey = (a: string, b: string): boolean => plain(a) === plain(b);

/** The system's and the browser's, those of lists, and letters that posts and cards have. */
const reserved = new Set([
  ...words('c v x a f n o q r t w l ,').map((key) => `mod+${key}`),
  ...words('n t w r i j e q').map((key) => `mod+shift+${key}`),
  ...words('tab enter escape backspace delete home end pageup pagedown contextmenu capslock'),
  ...words('f1 f2 f3 f5 f6 f10 f11 f12 alt+f4'),
  ...words('1 2 3 4 5 6 7 8 9 c j k n o s u l'),
]);
/** With any of Shift, Ctrl and Alt. */
const always = new Set(words('tab enter escape arrowup arrowdown arrowleft arrowright'));

function words(text: string): string[] {
  return text.split(' ');
}

export function isReserved(key: string): boolean {
  const last = plain(key).split('+').at(-1) ?? '';
  // A space and a plus cannot be told from what stands between keys.
  return last === '' || last === ' ' || reserved.has(plain(key)) || always.has(last);
}

/** Who else answers to a key. */
export const holderOf = <A extends Keyed>(
  key: string,
  of: string,
  actions: readonly A[],
  changed: ChangedKeys,
): A | undefined =>
  actions.find(
    (action) => action.id !== of && keysOf(action, changed).some((other) => isSameKey(other, key)),
  );

/** As somebody's own; its usual one is kept by having none here. The one who had it is left without. */
export function withKey(
  action: Keyed,
  key: string,
  actions: readonly Keyed[],
  changed: ChangedKeys,
): ChangedKeys {
  const holder = key === '' ? undefined : holderOf(key, action.id, actions, changed);
  return {
    ...changed,
    ...(holder === undefined ? {} : { [holder.id]: '' }),
    [action.id]: key,
  };
}

export const withoutChange = (id: string, changed: ChangedKeys): ChangedKeys =>
  Object.fromEntries(Object.entries(changed).filter(([one]) => one !== id));

const file = z.object({ rapport: z.literal('keys'), keys: settingsSchema.shape.actionKeys });

export const keysFile = (keys: ChangedKeys): string =>
  `${JSON.stringify({ rapport: 'keys', keys }, null, 2)}\n`;

export type ReadKeys = { keys: ChangedKeys; refused: number };

/** Keys that are not free, or that two actions would have, are left out and counted. */
export function readKeysFile(text: string, actions: readonly Keyed[]): Result<ReadKeys> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return fail('bad-input');
  }
  const read = file.safeParse(raw);
  if (!read.success) return fail('bad-input');
  let refused = 0;
  const taken = new Set<string>();
  const keys = Object.entries(read.data.keys).filter(([id, key]) => {
    const usual = actions.find((action) => action.id === id)?.keys ?? [];
    const isUsual = usual.some((one) => isSameKey(one, key));
    const isFree = key === '' || ((isUsual || !isReserved(key)) && !taken.has(plain(key)));
    if (key !== '') taken.add(plain(key));
    if (!isFree) refused += 1;
    return isFree;
  });
  return ok({ keys: Object.fromEntries(keys), refused });
}
