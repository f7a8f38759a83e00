// The kinds of moment that people write down by hand.

import { call, meeting, message, note } from '../../../kinds/moments.tsx';

export const momentKinds = [note, call, meeting, message].map(({ kind, label }) => ({
  value: kind,
  label,
}));
