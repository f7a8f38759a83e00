// The kinds of moment that people write down by hand.

import { labelOf } from '../../../kinds/kinds.ts';
import { call, meeting, message, note } from '../../../kinds/moments.tsx';

const byHand = [note, call, meeting, message].map(({ kind }) => kind as string);

export const isByHand = (kind: string): boolean => byHand.includes(kind);

export const momentKinds = () => byHand.map((value) => ({ value, label: labelOf(value) }));
