// Which records a request is about, as a view: the host finds them, no ids travel.

import { z } from 'zod';

/** A view as src-shared/query/view.ts parses it, and where its reader is. */
export const whichView = {
  view: z.json(),
  /** IANA name; 1 = Monday to 7 = Sunday. */
  zone: z.string().max(64),
  weekStart: z.literal([1, 2, 3, 4, 5, 6, 7]),
};

/** What a list of people shows of a view. */
export const whichPeople = {
  ...whichView,
  /** Only those whom a search for these words finds. */
  text: z.string().max(500).optional(),
  /** Not these: they were let go by hand. */
  without: z.array(z.string().max(64)).max(1_000_000).optional(),
};

const people = z.object(whichPeople);
export type WhichPeople = z.infer<typeof people>;
