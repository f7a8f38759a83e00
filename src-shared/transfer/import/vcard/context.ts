// What the properties of one card are read into, and with what in mind.

import type { ValueReader } from '../entry/add-value.ts';
import type { Incoming } from '../entry/incoming.ts';
import type { CardProperty } from './card.ts';

export type CardContext = {
  incoming: Incoming;
  reader: ValueReader;
  labelByGroup: ReadonlyMap<string, string>;
  title: string;
  role: string;
};
export type Handler = (property: CardProperty, context: CardContext) => void;
