// One entry of the contract: the parser of what is asked and the type of what is answered.

import { z } from 'zod';

export const requestOf = <Input extends z.ZodType>(input: Input) => ({
  /** The output is a type only: it travels in no message. */
  to: <Output>() => ({ input, output: undefined as unknown as Output }),
});
export const nothing = z.object({}).strict();
/** A file that is handed over or fetched in pieces, by the host's name for it. */
export const file = z.object({ file: z.string().max(64) });
