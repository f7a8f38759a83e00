// What the properties of one card are read into, and with which settings.

import type { ItemParser } from '../../../values/parse-item.ts';
import type { Incoming } from '../entry/incoming.ts';
import type { CardProperty } from './card.ts';

export type CardContext = {
  incoming: Incoming;
  parse: ItemParser;
  labelByGroup: ReadonlyMap<string, string>;
  /** The name of another card of the file, by its UID. */
  nameOf: (uid: string) => string | undefined;
};
export type Handler = (property: CardProperty, context: CardContext) => void;
